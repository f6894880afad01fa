import { join } from 'node:path'
import { createAccess } from '../../src/access/services.ts'
import { createStore } from '../../src/store/store.ts'
import { createSystemClock } from '../../src/system/clock.ts'
import { createIds } from '../../src/system/ids.ts'
import { masterKeyFile } from '../../src/access/keys/master-key-file.ts'
import { admin } from './admin.ts'

// Beside a running program, on its database: `link` prints the token of a setup link, `admin` sets it up
// where that was not done.

const [data = '', what] = process.argv.slice(2)
const store = await createStore(
  `sqlite:${join(data, 'pointeuse.db')}`,
  masterKeyFile(join(data, 'master.key')),
)
const clock = createSystemClock()
const fillRandom = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes)
const { setUp } = createAccess({ store, clock, newId: createIds(clock, fillRandom), fillRandom })
if (what === 'link') process.stdout.write(await setUp.newLink())
else await setUp.complete({ ...admin, country: 'other', publishNotice: true, site: null })
await store.close()
