// Chooses light or dark before anything is drawn. A file of its own, because the policy of the page forbids scripts inside it.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('security-monkey-scheme');
  } catch {
    // Without storage the system decides.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
