/** The one who sets a test's program up and signs in. */
export const admin = { name: 'Samira Alaoui', password: 'une phrase que personne ne devine' }
