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
export { createFaceEngine, type FaceEngineOptions } from './worker.ts'
export { createStages, type Stage, type StagesOptions } from './engine.ts'
export { isFiniteVector, isUnit, similarity, unit } from './vector.ts'
export {
  createImpostorModel,
  nearestShare,
  normalise,
  type Here,
  type ImpostorModel,
  type ImpostorStatistics,
} from './impostors.ts'
export { createVectorTable, type VectorTable } from './vector-table.ts'
