import { mysqlContract } from './mysql-contract.ts'

mysqlContract('MariaDB', 'TEST_MARIADB_URL')
