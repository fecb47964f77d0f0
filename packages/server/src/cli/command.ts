/** A command as a value: its help, its documentation and its parsing are all made from it. */
import type { CatalogueContext, ProcessContext, RuntimeContext } from './context.ts';
import type { ExitCode } from './exit-code.ts';

export type { ExitCode } from './exit-code.ts';

export type ArgumentSpec = {
  readonly description: string;
  readonly optional?: true;
  /** Takes all the words that are left. */
  readonly variadic?: true;
};

export type OptionSpec = {
  readonly description: string;
  /** What the value is called in the help; without it the option is a switch. */
  readonly value?: string;
  /** May be given several times. */
  readonly repeat?: true;
  readonly required?: true;
  readonly choices?: readonly string[];
};

type Arguments = Readonly<Record<string, ArgumentSpec>>;
type Options = Readonly<Record<string, OptionSpec>>;

type ArgumentValue<Declared> = Declared extends { variadic: true }
  ? readonly string[]
  : Declared extends { optional: true }
    ? string | undefined
    : string;

type OptionValue<Declared> = Declared extends { repeat: true }
  ? readonly string[]
  : Declared extends { value: string; required: true }
    ? string
    : Declared extends { value: string }
      ? string | undefined
      : boolean;

export type Input<A, O> = {
  readonly arguments: { readonly [Name in keyof A]: ArgumentValue<A[Name]> };
  readonly options: { readonly [Name in keyof O]: OptionValue<O[Name]> };
};

/** What the parser makes of the command line; it has the form that the command declares. */
export type RawInput = {
  readonly arguments: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
};

type Needs = {
  /** The registry of plugins only. */
  readonly catalogue: CatalogueContext;
  /** The open database, here or in the process that holds it. */
  readonly runtime: RuntimeContext;
  /** A process of its own: it opens what it needs itself. */
  readonly process: ProcessContext;
};

type Spec<A extends Arguments, O extends Options, Need extends keyof Needs> = {
  /** As typed, such as `account add`. */
  readonly name: string;
  readonly description: string;
  readonly needs: Need;
  readonly arguments: A;
  readonly options: O;
  /** It is about one's own accounts, also while the demo estate stands in for them. */
  readonly endsDemo?: true;
  /** Shown under the help. */
  readonly examples?: readonly string[];
  readonly run: (context: Needs[Need], input: Input<A, O>) => Promise<ExitCode>;
};

type Erased<Need extends keyof Needs> = Omit<Spec<Arguments, Options, Need>, 'run'> & {
  readonly run: (context: Needs[Need], input: RawInput) => Promise<ExitCode>;
};

export type RuntimeCommand = Erased<'runtime'>;
export type Command = Erased<'catalogue'> | RuntimeCommand | Erased<'process'>;

/** Declares a command; the types of its input follow from its arguments and options. */
export function defineCommand<const A extends Arguments, const O extends Options, Need extends keyof Needs>(
  spec: Spec<A, O, Need>,
): Erased<Need> {
  // The parser builds the input by these very declarations.
  return { ...spec, run: (context, input) => spec.run(context, input as unknown as Input<A, O>) };
}
