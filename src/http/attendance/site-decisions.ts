import type { Policy } from '../../identity/decision.ts'
import type { SiteSearch } from '../../identity/search-scope.ts'
import type { Services } from '../services.ts'

/** How it is decided who somebody is at each site that is in use. */
export async function decisionsBySite({ store, identification, searchAt }: Services) {
  const sites = (await store.sites.list()).filter(({ archivedAt }) => archivedAt === undefined)
  const decisions = []
  for (const { id } of sites) {
    const search = await searchAt(id)
    if (search) decisions.push({ siteId: id, ...decisionAt(search, identification) })
  }
  return decisions
}

function decisionAt(search: SiteSearch, identification: Services['identification']) {
  const { gallery, policy, policiesAt } = identification
  const everybody = (at: Policy) => stepOf(at, gallery.employees)
  const policies = policiesAt(search)
  if (!policies) {
    const step = everybody(policy())
    return { search: search.scope, steps: [step], expectedFpir: step.expectedFpir }
  }
  const ownEmployees = [...search.own].filter((id) => gallery.countOf(id) > 0).length
  const own = stepOf(policies.own, ownEmployees)
  const steps = search.scope === 'own-first' ? [own, everybody(policies.everybody)] : [own]
  const expectedFpir = steps.reduce((sum, step) => sum + step.expectedFpir, 0)
  return { search: search.scope, steps, expectedFpir }
}

const stepOf = ({ templates, threshold, expectedFpir, reached }: Policy, employees: number) => ({
  employees,
  templates,
  threshold,
  expectedFpir,
  reached,
})
