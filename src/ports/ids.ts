/** Makes an id that nobody has used before. */
export type NewId = () => string
