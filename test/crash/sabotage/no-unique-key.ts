import { sabotage } from './sabotage.ts'

const file = '/src/store/answers.ts'

// A request is recognised by reading only: what the database's key would refuse a second time is made new
// each time, in half the room of the key.
const half = (key: string) => `${key}.slice(0, 32)`
sabotage(file, 'if (answered) throw new AlreadyAnsweredError()', '')
sabotage(
  file,
  'request_key: receipt.key',
  `request_key: ${half('receipt.key')} + crypto.randomUUID().replaceAll('-', '')`,
)
sabotage(file, `'=', key)`, `'like', ${half('key')} + '%')`)
