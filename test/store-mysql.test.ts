import { mysqlContract } from './mysql-contract.ts'

mysqlContract('MySQL', 'TEST_MYSQL_URL')
