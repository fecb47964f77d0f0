/** The plugin as a whole: its lists, its checks by their examples, its watchers by their estates. */
import { describePlugin } from '@security-monkey/sdk/testing';
import plugin from './index.ts';

describePlugin(plugin, { folder: new URL('.', import.meta.url) });
