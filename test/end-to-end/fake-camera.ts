import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { temporaryFolder } from './temporary.ts'

/** What the camera delivers, in pixels: an ordinary webcam. */
const width = 1280
const height = 720

/**
 * Makes a film of one still picture, fitted into 1280x720, that Chromium takes for a camera
 * (`--use-file-for-fake-video-capture`). Gives the path of the film, in a new temporary folder.
 */
export async function filmOf(picture: Uint8Array): Promise<string> {
  const frame = await sharp(picture)
    .resize(width, height, { fit: 'contain', background: '#8a9499' })
    .jpeg({ quality: 95, chromaSubsampling: '4:2:0' })
    .toBuffer()
  const path = join(temporaryFolder('camera'), 'camera.mjpeg')
  // A film in this format is JPEGs one after the other; it starts again at its end.
  await writeFile(path, Buffer.concat([frame, frame]))
  return path
}

/** A drawn face, for pictures of the pages that show nobody. */
export function drawnFace(): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 1280 720">
    <defs>
      <linearGradient id="wall" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stop-color="#cfdcdf"/><stop offset="1" stop-color="#a9bcc1"/>
      </linearGradient>
    </defs>
    <rect width="1280" height="720" fill="url(#wall)"/>
    <path d="M400 720c0-130 100-190 240-190s240 60 240 190z" fill="#2f5d62"/>
    <rect x="580" y="470" width="120" height="110" rx="50" fill="#d99e7c"/>
    <ellipse cx="640" cy="340" rx="160" ry="205" fill="#e8b08d"/>
    <path d="M470 330c-20-190 90-250 170-250s190 60 170 250c-12-80-40-120-60-140-60 24-160 30-220 0-24 24-50 60-60 140z" fill="#3b2a22"/>
    <ellipse cx="580" cy="330" rx="24" ry="15" fill="#fff"/><circle cx="580" cy="330" r="12" fill="#3a2a20"/>
    <ellipse cx="700" cy="330" rx="24" ry="15" fill="#fff"/><circle cx="700" cy="330" r="12" fill="#3a2a20"/>
    <path d="M548 298q32-20 64 0M668 298q32-20 64 0" stroke="#3b2a22" stroke-width="9" fill="none" stroke-linecap="round"/>
    <path d="M640 335l-16 72q16 12 34 2" stroke="#c58763" stroke-width="7" fill="none" stroke-linecap="round"/>
    <path d="M580 450q60 46 120 0q-60 16-120 0z" fill="#a8434a"/>
  </svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}
