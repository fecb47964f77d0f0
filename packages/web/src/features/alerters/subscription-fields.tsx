/** The fields of a subscription: what it is about, and when it is told. */
import { MultiSelect, Select, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { accountsQuery } from '../../api/accounts.ts';
import { technologiesQuery } from '../../api/catalogue.ts';
import { plainText } from '../../words/plain-text.ts';
import { lowestScore, severityWord } from '../../words/severity.ts';
import { eventWords } from './event-words.ts';
import { type Typed, timeZones } from './typed-draft.ts';

type FieldsProps = { readonly typed: Typed; readonly change: (changed: Partial<Typed>) => void };

const order = ['label', 'input', 'description', 'error'] as const;

const scores = [
  { value: '0', label: 'Any score' },
  ...(['low', 'medium', 'high', 'critical'] as const).map((severity) => {
    const score = String(lowestScore(severity));
    return { value: score, label: `${severityWord(severity)}, score ${score} or more` };
  }),
];

export function AboutFields({ typed, change, told }: FieldsProps & { readonly told: readonly string[] }) {
  const { data: accounts = [] } = useQuery(accountsQuery);
  const { data: technologies = [] } = useQuery(technologiesQuery);
  return (
    <>
      <TagsInput
        label="Accounts"
        description="All unless you choose. A pattern such as prod-* also holds for accounts to come; end it with Enter."
        inputWrapperOrder={[...order]}
        placeholder={typed.accounts.length === 0 ? 'All accounts' : ''}
        data={[...new Set(accounts.map(({ name }) => plainText(name)))]}
        value={[...typed.accounts]}
        acceptValueOnBlur
        onChange={(chosen) => change({ accounts: chosen })}
      />
      <MultiSelect
        label="Technologies"
        description="All unless you choose."
        inputWrapperOrder={[...order]}
        placeholder={typed.technologies.length === 0 ? 'All technologies' : ''}
        data={technologies.map(({ id, title }) => ({ value: id, label: title.one }))}
        value={[...typed.technologies]}
        searchable
        onChange={(chosen) => change({ technologies: chosen })}
      />
      <Select
        label="Least score"
        description="A run or a day without an issue of it makes no message. What could not be looked at is always told."
        inputWrapperOrder={[...order]}
        data={scores}
        value={typed.minScore}
        onChange={(score) => change({ minScore: score ?? '0' })}
      />
      <MultiSelect
        label="Events"
        description="All unless you choose."
        inputWrapperOrder={[...order]}
        placeholder={typed.events.length === 0 ? 'All events' : ''}
        data={told.map((kind) => ({ value: kind, label: eventWords(kind) }))}
        value={[...typed.events]}
        onChange={(chosen) => change({ events: chosen })}
      />
    </>
  );
}

const whens = [
  { value: 'run', label: 'After each run' },
  { value: 'daily', label: 'Once a day' },
];

export function WhenFields({ typed, change }: FieldsProps) {
  const { isDaily, dailyAt, timeZone } = typed;
  return (
    <>
      <Select
        label="When"
        data={whens}
        value={isDaily ? 'daily' : 'run'}
        onChange={(when) => change({ isDaily: when === 'daily' })}
      />
      {isDaily && (
        <TextInput
          type="time"
          label="At"
          value={dailyAt}
          required
          withAsterisk={false}
          onChange={(event) => change({ dailyAt: event.currentTarget.value })}
        />
      )}
      <Select
        label="Time zone"
        description="Of all times in the messages."
        inputWrapperOrder={[...order]}
        data={[...timeZones(timeZone)]}
        value={timeZone}
        searchable
        limit={60}
        onChange={(zone) => change({ timeZone: zone ?? timeZone })}
      />
    </>
  );
}
