(module
  ;; What is done to every pixel of a photo: halving an image, and cutting a crop out of it. Three bytes a pixel, row by
  ;; row. Compiled by scripts/compile-scan.ts, which npm test repeats. Up to 16 bytes behind what they are told are read
  ;; and written: whoever lays out the memory leaves room.
  (memory (export "memory") 1 65536)

  ;; Averages each 2 x 2 pixels; an odd last row or column is left out. Four pixels of the result at a time.
  (func (export "halve") (param $from i32) (param $width i32) (param $height i32) (param $to i32)
    (local $row i32) (local $y i32) (local $p i32) (local $q i32) (local $at i32) (local $end i32)
    (local $t0 v128) (local $t1 v128) (local $t2 v128)
    (local.set $row (i32.mul (local.get $width) (i32.const 3)))
    (local.set $y (i32.shr_u (local.get $height) (i32.const 1)))
    (local.set $at (local.get $to))
    (block $done
      (br_if $done (i32.eqz (local.get $y)))
      (loop $rows
        (local.set $p (local.get $from))
        (local.set $q (i32.add (local.get $from) (local.get $row)))
        (local.set $to (local.get $at))
        (local.set $end (i32.add (local.get $at)
          (i32.mul (i32.shr_u (local.get $width) (i32.const 1)) (i32.const 3))))
        (loop $pixels
          ;; Sums of two rows: 24 numbers, of eight pixels.
          (local.set $t0 (i16x8.add
            (v128.load8x8_u (local.get $p)) (v128.load8x8_u (local.get $q))))
          (local.set $t1 (i16x8.add
            (v128.load8x8_u offset=8 (local.get $p)) (v128.load8x8_u offset=8 (local.get $q))))
          (local.set $t2 (i16x8.add
            (v128.load8x8_u offset=16 (local.get $p)) (v128.load8x8_u offset=16 (local.get $q))))
          ;; Left pixels 0 1 2, 6 7 8, 12 13 14, 18 19 20 and right ones 3 4 5, 9 10 11, 15 16 17, 21 22 23.
          (v128.store (local.get $to)
            (i8x16.narrow_i16x8_u
              (i16x8.shr_u
                (i16x8.add
                  (i16x8.add
                    (i8x16.shuffle 0 1 2 3 4 5 12 13 14 15 16 17 24 25 26 27
                      (local.get $t0) (local.get $t1))
                    (i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 11 12 13 16 17
                      (i8x16.shuffle 6 7 8 9 10 11 18 19 20 21 22 23 30 31 0 1
                        (local.get $t0) (local.get $t1))
                      (local.get $t2)))
                  (v128.const i16x8 2 2 2 2 2 2 2 2))
                (i32.const 2))
              (i16x8.shr_u
                (i16x8.add
                  (i16x8.add
                    (i8x16.shuffle 12 13 20 21 22 23 24 25 0 1 0 1 0 1 0 1
                      (local.get $t1) (local.get $t2))
                    (i8x16.shuffle 2 3 10 11 12 13 14 15 0 1 0 1 0 1 0 1
                      (local.get $t2) (local.get $t2)))
                  (v128.const i16x8 2 2 2 2 2 2 2 2))
                (i32.const 2))))
          (local.set $p (i32.add (local.get $p) (i32.const 24)))
          (local.set $q (i32.add (local.get $q) (i32.const 24)))
          (br_if $pixels (i32.lt_u
            (local.tee $to (i32.add (local.get $to) (i32.const 12)))
            (local.get $end))))
        (local.set $at (local.get $end))
        (local.set $from (i32.add (local.get $from) (i32.shl (local.get $row) (i32.const 1))))
        (br_if $rows (local.tee $y (i32.sub (local.get $y) (i32.const 1)))))))

  ;; A pixel as four numbers, the last of which means nothing.
  (func $pixel (param $at i32) (result v128)
    (f32x4.convert_i32x4_u (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u
      (v128.load32_zero (local.get $at))))))

  ;; Writes the colour at a place of an image: linear between its four neighbours, black outside.
  (func $sample
    (param $image i32) (param $width i32) (param $height i32)
    (param $sx f64) (param $sy f64) (param $at i32)
    (local $x i32) (local $y i32) (local $fx v128) (local $fy v128)
    (local $left i32) (local $right i32) (local $top i32) (local $bottom i32) (local $row i32)
    (local $upper v128) (local $lower v128) (local $colour i32)
    (local.set $x (i32.trunc_sat_f64_s (f64.floor (local.get $sx))))
    (local.set $y (i32.trunc_sat_f64_s (f64.floor (local.get $sy))))
    (if (i32.or
          (i32.or (i32.lt_s (local.get $x) (i32.const -1)) (i32.lt_s (local.get $y) (i32.const -1)))
          (i32.or (i32.ge_s (local.get $x) (local.get $width))
                  (i32.ge_s (local.get $y) (local.get $height))))
      (then
        (i32.store16 (local.get $at) (i32.const 0))
        (i32.store8 offset=2 (local.get $at) (i32.const 0))
        (return)))
    (local.set $fx (f32x4.splat (f32.demote_f64
      (f64.sub (local.get $sx) (f64.convert_i32_s (local.get $x))))))
    (local.set $fy (f32x4.splat (f32.demote_f64
      (f64.sub (local.get $sy) (f64.convert_i32_s (local.get $y))))))
    (local.set $row (i32.mul (local.get $width) (i32.const 3)))
    (local.set $left (i32.mul (i32.const 3)
      (select (i32.const 0) (local.get $x) (i32.lt_s (local.get $x) (i32.const 0)))))
    (local.set $right (i32.mul (i32.const 3)
      (select (local.get $x) (i32.add (local.get $x) (i32.const 1))
        (i32.eq (i32.add (local.get $x) (i32.const 1)) (local.get $width)))))
    (local.set $top (i32.add (local.get $image) (i32.mul (local.get $row)
      (select (i32.const 0) (local.get $y) (i32.lt_s (local.get $y) (i32.const 0))))))
    (local.set $bottom (i32.add (local.get $image) (i32.mul (local.get $row)
      (select (local.get $y) (i32.add (local.get $y) (i32.const 1))
        (i32.eq (i32.add (local.get $y) (i32.const 1)) (local.get $height))))))
    (local.set $upper (call $pixel (i32.add (local.get $top) (local.get $left))))
    (local.set $upper (f32x4.add (local.get $upper) (f32x4.mul (local.get $fx)
      (f32x4.sub (call $pixel (i32.add (local.get $top) (local.get $right))) (local.get $upper)))))
    (local.set $lower (call $pixel (i32.add (local.get $bottom) (local.get $left))))
    (local.set $lower (f32x4.add (local.get $lower) (f32x4.mul (local.get $fx)
      (f32x4.sub (call $pixel (i32.add (local.get $bottom) (local.get $right))) (local.get $lower)))))
    (local.set $upper (i32x4.trunc_sat_f32x4_u (f32x4.add
      (v128.const f32x4 0.5 0.5 0.5 0.5)
      (f32x4.add (local.get $upper)
        (f32x4.mul (local.get $fy) (f32x4.sub (local.get $lower) (local.get $upper)))))))
    (local.set $upper (i16x8.narrow_i32x4_u (local.get $upper) (local.get $upper)))
    (local.set $colour (i32x4.extract_lane 0
      (i8x16.narrow_i16x8_u (local.get $upper) (local.get $upper))))
    (i32.store16 (local.get $at) (local.get $colour))
    (i32.store8 offset=2 (local.get $at) (i32.shr_u (local.get $colour) (i32.const 16))))

  ;; Fills a square crop of $side pixels. The place of its first pixel in the image is ($x, $y); ($dx, $dy) further for
  ;; the next one in its row and, turned by a quarter, for the next row. $step is 3, or -3 for a mirrored crop.
  (func (export "warp")
    (param $image i32) (param $width i32) (param $height i32)
    (param $x f64) (param $y f64) (param $dx f64) (param $dy f64)
    (param $side i32) (param $crop i32) (param $step i32)
    (local $u i32) (local $v i32) (local $sx f64) (local $sy f64) (local $at i32)
    (loop $rows
      (local.set $sx (f64.sub (local.get $x)
        (f64.mul (local.get $dy) (f64.convert_i32_u (local.get $v)))))
      (local.set $sy (f64.add (local.get $y)
        (f64.mul (local.get $dx) (f64.convert_i32_u (local.get $v)))))
      (local.set $at (i32.add (local.get $crop)
        (i32.mul (i32.const 3) (i32.mul (local.get $v) (local.get $side)))))
      (if (i32.lt_s (local.get $step) (i32.const 0))
        (then (local.set $at (i32.add (local.get $at)
          (i32.mul (i32.const 3) (i32.sub (local.get $side) (i32.const 1)))))))
      (local.set $u (local.get $side))
      (loop $pixels
        (call $sample (local.get $image) (local.get $width) (local.get $height)
          (local.get $sx) (local.get $sy) (local.get $at))
        (local.set $sx (f64.add (local.get $sx) (local.get $dx)))
        (local.set $sy (f64.add (local.get $sy) (local.get $dy)))
        (local.set $at (i32.add (local.get $at) (local.get $step)))
        (br_if $pixels (local.tee $u (i32.sub (local.get $u) (i32.const 1)))))
      (br_if $rows (i32.lt_u
        (local.tee $v (i32.add (local.get $v) (i32.const 1)))
        (local.get $side)))))

  ;; The same from places that are listed, two 32-bit floats each, row by row.
  (func (export "gather")
    (param $image i32) (param $width i32) (param $height i32)
    (param $places i32) (param $side i32) (param $crop i32) (param $step i32)
    (local $u i32) (local $v i32) (local $at i32)
    (loop $rows
      (local.set $at (i32.add (local.get $crop)
        (i32.mul (i32.const 3) (i32.mul (local.get $v) (local.get $side)))))
      (if (i32.lt_s (local.get $step) (i32.const 0))
        (then (local.set $at (i32.add (local.get $at)
          (i32.mul (i32.const 3) (i32.sub (local.get $side) (i32.const 1)))))))
      (local.set $u (local.get $side))
      (loop $pixels
        (call $sample (local.get $image) (local.get $width) (local.get $height)
          (f64.promote_f32 (f32.load (local.get $places)))
          (f64.promote_f32 (f32.load offset=4 (local.get $places)))
          (local.get $at))
        (local.set $places (i32.add (local.get $places) (i32.const 8)))
        (local.set $at (i32.add (local.get $at) (local.get $step)))
        (br_if $pixels (local.tee $u (i32.sub (local.get $u) (i32.const 1)))))
      (br_if $rows (i32.lt_u
        (local.tee $v (i32.add (local.get $v) (i32.const 1)))
        (local.get $side)))))
)
