/** Organizations that default service accounts of a project may change. */
import { memberCheck } from '@security-monkey/sdk';
import { defaultAccountEditor } from '../../resource-manager/family/member-rules.ts';
import { organizationPolicy } from '../family/organization-policy.ts';

export const organizationDefaultAccountEditor = memberCheck(organizationPolicy, defaultAccountEditor);
