declare const __POINTEUSE_VERSION__: string

/** Of the program that these pages came with; put in when they are built. */
export const version = __POINTEUSE_VERSION__
