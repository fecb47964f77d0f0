/** The plugin as a whole. */
import { describePlugin } from '@security-monkey/sdk/testing';
import plugin from './index.ts';

describePlugin(plugin, { folder: new URL('.', import.meta.url) });
