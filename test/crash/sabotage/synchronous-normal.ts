import { sabotage } from './sabotage.ts'

// SQLite is told not to wait for the disk at each commit.
sabotage(
  '/src/store/dialects/sqlite.ts',
  'pragma synchronous = full',
  'pragma synchronous = normal',
)
