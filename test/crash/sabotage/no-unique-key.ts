import { sabotage } from './sabotage.ts'

// A request is recognised by reading only: the database accepts a second answer under the same key.
sabotage('/src/store/migrations/0007-answered-requests.ts', '.notNull().primaryKey()', '.notNull()')
sabotage('/src/store/answers.ts', 'if (answered) throw new AlreadyAnsweredError()', '')
