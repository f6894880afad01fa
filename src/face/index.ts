export type {
  Box,
  Embedding,
  Face,
  FaceEngine,
  LookOptions,
  PhotoReading,
  Point,
  Pose,
  Purpose,
  QualityMeasures,
  UnreadableReason,
} from './types.ts'
