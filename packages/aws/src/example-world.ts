/** The accounts that examples of checks know: our own, and one of each other standing. */

const account = (identifier: string, name: string) => ({
  type: 'aws',
  identifier,
  name,
  thirdParty: false,
  aliases: [],
});

export const exampleWorld = {
  accounts: [
    account('111122223333', 'ours'),
    account('222233334444', 'sister'),
    { ...account('333344445555', 'vendor'), thirdParty: true },
  ],
};
