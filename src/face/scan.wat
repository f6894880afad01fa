(module
  ;; Scalar products of one vector with many: what a probe's search through a gallery is made of.
  ;; Four lanes at a time in four sums, so that the adder never waits for itself; the row length is a
  ;; multiple of 16 numbers. Compiled by scripts/compile-scan.ts, which npm test repeats.
  (memory (export "memory") 1 65536)
  (func (export "scan")
    (param $row i32) (param $probe i32) (param $out i32) (param $rows i32) (param $bytes i32)
    (local $end i32) (local $p i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (block $done
      (br_if $done (i32.eqz (local.get $rows)))
      (loop $each
        (local.set $a (v128.const f32x4 0 0 0 0))
        (local.set $b (v128.const f32x4 0 0 0 0))
        (local.set $c (v128.const f32x4 0 0 0 0))
        (local.set $d (v128.const f32x4 0 0 0 0))
        (local.set $p (local.get $probe))
        (local.set $end (i32.add (local.get $row) (local.get $bytes)))
        (loop $numbers
          (local.set $a (f32x4.add (local.get $a)
            (f32x4.mul (v128.load (local.get $row)) (v128.load (local.get $p)))))
          (local.set $b (f32x4.add (local.get $b)
            (f32x4.mul (v128.load offset=16 (local.get $row)) (v128.load offset=16 (local.get $p)))))
          (local.set $c (f32x4.add (local.get $c)
            (f32x4.mul (v128.load offset=32 (local.get $row)) (v128.load offset=32 (local.get $p)))))
          (local.set $d (f32x4.add (local.get $d)
            (f32x4.mul (v128.load offset=48 (local.get $row)) (v128.load offset=48 (local.get $p)))))
          (local.set $p (i32.add (local.get $p) (i32.const 64)))
          (br_if $numbers (i32.lt_u
            (local.tee $row (i32.add (local.get $row) (i32.const 64)))
            (local.get $end))))
        (local.set $a (f32x4.add
          (f32x4.add (local.get $a) (local.get $b))
          (f32x4.add (local.get $c) (local.get $d))))
        (f32.store (local.get $out)
          (f32.add
            (f32.add (f32x4.extract_lane 0 (local.get $a)) (f32x4.extract_lane 1 (local.get $a)))
            (f32.add (f32x4.extract_lane 2 (local.get $a)) (f32x4.extract_lane 3 (local.get $a)))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (br_if $each (local.tee $rows (i32.sub (local.get $rows) (i32.const 1)))))))
)
