import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createWords } from '../../shared/words/words.ts'
import { addOfficeWords } from '../../shared/words/office.ts'
import { mendOf, mendTexts } from './mend.ts'
import { usualRules, usualShift } from './schedule-draft.ts'

const fault = (code: string, field: string) => ({ code, field, detail: '' })

test('what the server found is led back to the field', () => {
  assert.deepEqual(mendOf(fault('shifts-overlap', 'weeks[1].tuesday[0]')), {
    mend: 'shifts-overlap',
    week: 1,
    day: 'tuesday',
    shift: 0,
  })
  assert.equal(
    mendOf(fault('invalid-value', 'weeks[0].monday[0].breaks[0].minutes')).mend,
    'breaks',
  )
  assert.equal(mendOf(fault('invalid-value', 'weeks[0].monday[0].start')).mend, 'time')
  assert.equal(mendOf(fault('invalid-value', 'name')).mend, 'name')
  assert.equal(mendOf(fault('invalid-value', 'rules.graceLate')).mend, 'rules')
  assert.equal(mendOf(fault('rewrites-the-past', 'from')).mend, 'rewrites-the-past')
  assert.equal(mendOf(fault('something-new', 'colour')).mend, 'other')
})

test('each thing to mend is told once, with the shift by its name', () => {
  const words = createWords('en', ['en'])
  addOfficeWords(words)
  const form = {
    name: 'Office',
    from: '2026-12-01',
    anchor: '',
    weeks: [[usualShift('Early')]],
    rules: usualRules,
  }
  const problem = {
    type: 'about:blank',
    title: '',
    status: 422,
    code: 'shifts-overlap' as const,
    detail: '',
    problems: [
      fault('shifts-overlap', 'weeks[0].tuesday[0]'),
      fault('shifts-overlap', 'weeks[0].tuesday[0]'),
    ],
  }
  assert.deepEqual(mendTexts(problem, form, words.t), [
    'Week 1, Tuesday, Early — Two shifts overlap.',
  ])
})
