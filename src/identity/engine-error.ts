/** What the engine throws when it could not look; whoever asked may ask again. */
export { EngineError } from '../face/index.ts'
