import type { TFunction } from 'i18next'
import { officeEn } from '../../shared/words/office-en.ts'

const { problems, fields } = officeEn.imports
const isProblem = (code: string): code is keyof typeof problems => Object.hasOwn(problems, code)
const isField = (name: string): name is keyof typeof fields => Object.hasOwn(fields, name)

/** What is wrong with a file or a row; a code of a newer server gets a general text. */
export const problemText = (code: string, t: TFunction): string =>
  t(`imports.problems.${isProblem(code) ? code : 'other'}`)

/** The column that is meant, empty when it is the file as a whole. */
export const fieldText = (name: string, t: TFunction): string =>
  isField(name) ? t(`imports.fields.${name}`) : ''
