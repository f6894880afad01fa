/** A point in pixels of the photo as a person sees it (EXIF orientation applied), origin top left. */
export type Point = { readonly x: number; readonly y: number }

/** An upright rectangle in pixels of the oriented photo; may reach over the border of the photo. */
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Head rotation in degrees. Positive: yaw turned to the subject's left, pitch up, roll clockwise as seen. */
export type Pose = { readonly yaw: number; readonly pitch: number; readonly roll: number }

/**
 * Capture measures of one face, named after ISO/IEC 29794-5 where a measure has a counterpart there.
 * They are facts about the photo; what is good enough is decided by whoever asks.
 */
export type QualityMeasures = {
  /** Distance between the centres of the eyes, in pixels of the photo. */
  readonly interEyeDistancePx: number
  /** Energy of the second derivative of the luminance inside the face's outline; higher is sharper. */
  readonly sharpness: number
  /** Mean luminance inside the face's outline, 0 (black) to 1 (white). */
  readonly luminanceMean: number
  /** Standard deviation of the luminance inside the face's outline, 0 to 0.5. */
  readonly contrast: number
  /** Share of pixels inside the face's outline that are nearly black, 0 to 1. */
  readonly underExposed: number
  /** Share of pixels inside the face's outline that are nearly white, 0 to 1. */
  readonly overExposed: number
  /** Share of the face's box that lies inside the photo, 0 to 1. */
  readonly insidePhoto: number
  /** Eye opening: height over width of the more open eye; about 0.35 open, above 0.2 laughing, below 0.15 closed. */
  readonly eyeOpenness: number
  /** How sure the mesh model is that it looks at a face, 0 to 1. */
  readonly presence: number
  /** How far the mouth's points stray between looks at moved crops, in distances between the eyes. */
  readonly mouthStraying: number
  /** The same of the points on the nose. */
  readonly noseStraying: number
  /** The same of the points around both eyes. */
  readonly eyesStraying: number
}

/** One face found in a photo. */
export type Face = {
  readonly box: Box
  /** Confidence of the detector, 0 to 1. */
  readonly confidence: number
  /** Right eye, left eye (the subject's), nose base, right and left mouth corner. */
  readonly landmarks: readonly Point[]
  readonly pose: Pose
  /** Present for the largest face, and for as many as get an embedding. */
  readonly quality?: QualityMeasures
  /** Present for the largest faces, as many as were asked for. */
  readonly embedding?: Embedding
  /** What the same photo gives as a probe. Present with the embedding of a template. */
  readonly atTheDoor?: Embedding
  /** What the recogniser before makes of the same photo as a probe, where some are still enrolled with it. */
  readonly former?: Embedding
  /**
   * How well the face will be recognised, 0 to 100: the unified quality score of ISO/IEC 29794-5. Present with
   * the embedding.
   */
  readonly unifiedQuality?: number
}

/**
 * What a face looks like to a model: a unit vector whose scalar product with another one of the same
 * model is their similarity. It identifies a person: never log it, never send it anywhere.
 */
export type Embedding = {
  /** Identifies the model and its preparation; embeddings of different models are never compared. */
  readonly model: string
  readonly vector: Float32Array
}

/** Why a photo cannot be looked at. */
export type UnreadableReason =
  | 'empty'
  | 'too-many-bytes'
  | 'too-many-pixels'
  | 'several-frames'
  | 'unsupported-format'
  | 'damaged'

/** What looking at a photo gives: its faces, largest first, or the reason why it cannot be read. */
export type PhotoReading =
  | {
      readonly readable: true
      readonly width: number
      readonly height: number
      readonly faces: readonly Face[]
    }
  | { readonly readable: false; readonly reason: UnreadableReason }

/** A template is made once and may take longer; a probe is made while somebody waits at the door. */
export type Purpose = 'template' | 'probe'

export type LookOptions = {
  readonly purpose: Purpose
  /** How many of the largest faces get an embedding; 1 unless told, 0 for none. */
  readonly embedLargest?: number
  /** Whoever asked waits no longer: `look` rejects with its reason, and a photo not begun never is. */
  readonly signal?: AbortSignal | undefined
}

/** The engine: bytes in, faces out. Safe to call many times at once. */
export interface FaceEngine {
  /** The model of the embeddings that this engine makes. */
  readonly model: string
  /** That of the recogniser before, whose embeddings it makes as well. */
  readonly formerModel?: string
  /**
   * Looks at one photo (JPEG, PNG, WebP or AVIF of one frame; at most 10 MB, and as many pixels as image.ts says of its format).
   * An unreadable photo is an answer, not an error; it throws only when the engine itself is broken or closed,
   * an EngineError when asking again may help.
   */
  look(photo: Uint8Array, options: LookOptions): Promise<PhotoReading>
  /** Lets what is under way finish and frees the models. */
  close(): Promise<void>
}
