import { setUpDatabase } from '../set-up.ts'

// Sets up the database of the settings in the environment, with the admin of the tests signed in.
await setUpDatabase(process.env)
