import { sabotage } from './sabotage.ts'

// Not broken: without looking for an earlier answer, the database's own key must be enough.
sabotage('/src/store/answers.ts', 'if (answered) throw new AlreadyAnsweredError()', '')
