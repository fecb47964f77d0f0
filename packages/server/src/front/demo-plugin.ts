/** The name of the plugin whose accounts are simulated. */
export const demoPlugin = '@security-monkey/demo';
