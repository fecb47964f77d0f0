/** The error of plugins that cannot work together. */

/** One line that says which and why. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
}
