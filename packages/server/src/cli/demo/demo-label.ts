/** What is said wherever the demo estate is shown. */

export const demoLabel =
  'DEMO: simulated accounts, nothing of yours. Watch one of yours: security-monkey account add aws 123456789012 --name prod';
