/** Nodes of Kubernetes Engine, which sets them up as it needs them. */
import type { InstanceConfig } from '../config.ts';

/** https://cloud.google.com/kubernetes-engine/docs/how-to/creating-managing-labels */
export function isOfKubernetes({ labels = {} }: InstanceConfig): boolean {
  return 'goog-gke-node' in labels;
}
