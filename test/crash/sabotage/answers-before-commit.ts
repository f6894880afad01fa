import { sabotage } from './sabotage.ts'

// The result of a transaction is given away before the transaction is committed.
sabotage(
  '/src/store/transaction.ts',
  'return await db.transaction().execute(work)',
  `return await new Promise((resolve, reject) => {
    db.transaction().execute(async (trx) => {
      resolve(await work(trx))
      await new Promise((committing) => setTimeout(committing, 100))
    }).catch(reject)
  })`,
)
