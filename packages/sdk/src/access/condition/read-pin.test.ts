/** Which entries fix the caller, and what a Deny leaves free. */
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../json/value.ts';
import { parseCondition } from '../policy/parse-condition.ts';
import { around } from '../resource/testing/around.ts';
import { readEscape, readPin } from './read-pin.ts';

const trusted = [{ standing: 'trusted', class: 'friendly' }];
const organization = { 'aws:PrincipalOrgID': 'o-harbor7pk2' };
const absent = 'true when the key is absent';

/** The first entry of the block decides, beside all of them. */
function firstOf(condition: JsonValue) {
  const beside = parseCondition(condition);
  const [entry] = beside;
  if (entry === undefined) throw new Error('the condition is empty');
  return { entry, beside, around };
}

describe('an entry of an Allow', () => {
  it.each([
    [{ StringEquals: organization }, trusted],
    [{ StringEqualsIgnoreCase: organization }, trusted],
    [{ 'ForAnyValue:StringLike': organization }, trusted],
    [{ StringNotEquals: organization }, 'negated'],
    [{ StringEqualsIfExists: organization }, absent],
    [{ StringEqualsIfExists: organization, Null: { 'AWS:principalorgid': false } }, trusted],
    [{ 'ForAllValues:StringEquals': organization }, absent],
    [{ 'ForAllValues:StringEquals': organization, Null: { 'aws:PrincipalOrgID': 'true' } }, absent],
    [{ 'ForAllValues:StringEquals': organization, Null: { 'aws:SourceVpc': 'false' } }, absent],
    [
      {
        'ForAllValues:StringEquals': organization,
        'ForAllValues:Null': { 'aws:PrincipalOrgID': 'false' },
      },
      absent,
    ],
    [{ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, [{ standing: 'none' }]],
    [{ IpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' } }, absent],
    [{ StringEquals: { 'aws:SourceIp': '203.0.113.7' } }, 'an operator that does not suit the key'],
    [{ ArnEquals: { 'aws:PrincipalAccount': '1' } }, 'an operator that does not suit the key'],
    [{ StringEquals: { 'aws:username': 'pilot' } }, 'not about the caller'],
    [{ StringMatches: organization }, 'unknown operator'],
    [{ StringEquals: { 'aws:PrincipalOrgID': [null] } }, 'unreadable values'],
  ])('%j admits %j', (condition, expected) => {
    expect(readPin(firstOf(condition))).toEqual(expected);
  });
});

describe('an entry of a Deny', () => {
  const service = [{ standing: 'none', isService: true }];
  const isService = (value: string) => ({ 'aws:PrincipalIsAWSService': value });
  it.each([
    [{ StringNotEquals: organization }, trusted],
    [{ StringNotEqualsIfExists: organization }, trusted],
    [{ 'ForAllValues:StringNotLike': organization }, trusted],
    [{ 'ForAnyValue:StringNotEquals': organization }, absent],
    [{ StringEquals: organization }, 'negated'],
    [{ BoolIfExists: isService('false') }, service],
    [{ BoolIfExists: isService('true') }, 'negated'],
    [{ Bool: isService('false') }, 'negated'],
    [{ NotIpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, 'an open network'],
    [{ StringNotEquals: { 'aws:Referer': 'x' } }, 'not about the caller'],
    [{ StringNotMatches: organization }, 'unknown operator'],
  ])('%j leaves %j free', (condition, expected) => {
    expect(readEscape(firstOf(condition).entry, around)).toEqual(expected);
  });
});
