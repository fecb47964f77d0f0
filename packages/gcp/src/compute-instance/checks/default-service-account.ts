/** Virtual machines that act as the default service account. */
import { defaultAccount, instanceActingAs, ofKubernetes } from '../example.ts';
import { actingAsCheck } from '../family/acting-as-check.ts';

export const defaultServiceAccount = actingAsCheck({
  name: 'default-service-account',
  score: 3,
  category: 'recommendation',
  title: 'The machine acts as the default service account',
  why: 'All machines for which nobody chose a service account share this one, so that what one of them needs all of them may do; by default it may change nearly everything in the project.',
  fix: 'Make a service account for the machine with the roles that it needs, stop the machine, and set it.',
  frameworks: { 'cis-gcp-5.0': ['4.1'] },
  isMeant: () => true,
  good: [
    {
      name: 'a node of Kubernetes Engine',
      config: { ...instanceActingAs(defaultAccount, 'logging.write'), ...ofKubernetes },
    },
  ],
  bad: [{ name: 'with narrow scopes', config: instanceActingAs(defaultAccount, 'logging.write') }],
});
