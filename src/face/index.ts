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
export { EngineError, type EngineFault } from './engine-error.ts'
export { createAbsentEngine, hasModels } from './absent-engine.ts'
export { createFaceEngine, type FaceEngineOptions, type PooledEngine } from './pool.ts'
export { createStages, type Stage, type StagesOptions } from './engine.ts'
export { isFiniteVector, isUnit, similarity, unit } from './vector.ts'
export { createImpostorModel } from './impostor-model.ts'
export {
  nearestShare,
  normalise,
  scoreOf,
  type Here,
  type ImpostorModel,
  type ImpostorStatistics,
} from './impostors.ts'
export { createVectorTable, type VectorTable } from './vector-table.ts'
export type { PackFile, RecogniserCard, RecogniserName } from './recognisers/card.ts'
export {
  findRecogniser,
  recogniserCards,
  recogniserNamed,
  recogniserOf,
} from './recognisers/recognisers.ts'
export { createPacks, type Packs, type PackState } from './packs/packs.ts'
export { PackError, type PackFault } from './packs/pack-error.ts'
export type { ProxySettings } from './packs/fetch-file.ts'
