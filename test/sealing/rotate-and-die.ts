import { masterKeyFile } from '../../src/access/keys/master-key-file.ts'
import { createStore } from '../../src/store/store.ts'

// node rotate-and-die.ts URL KEY-FILE EMPLOYEES
// Puts a database under a new master key, and is killed once so many employees are done.
const [url = '', keyPath = '', employees] = process.argv.slice(2)
const store = await createStore(url, masterKeyFile(keyPath), 'patient')
await store.keys.rotate((done) => {
  if (done >= Number(employees)) process.kill(process.pid, 'SIGKILL')
})
await store.close()
