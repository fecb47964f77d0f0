/** `s3-acl`: whom a bucket's access control list lets in. */
import { isJsonObject } from '../../json/value.ts';
import { classesOfAcl, isPublicAcl, readAcl } from '../s3/acl.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';
import { readTexts, type TextsReading } from './read-texts.ts';

export const s3Acl: Judge = ({ owner, grants, known }) => {
  if (typeof owner !== 'string') return problems(['owner is no text']);
  if (!Array.isArray(grants)) return problems(['grants is no list']);
  const { grantees, unread } = readAcl(grants);
  const ids = isJsonObject(known) ? known : {};
  const same = readTexts(ids['same'], 'known.same');
  const friendly = readTexts(ids['friendly'], 'known.friendly');
  const thirdParty = readTexts(ids['thirdParty'], 'known.thirdParty');
  const classes = classesOfAcl(grantees, owner, {
    same: same.texts,
    friendly: friendly.texts,
    thirdParty: thirdParty.texts,
  });
  const unreadIds = [same, friendly, thirdParty].flatMap((reading: TextsReading) => reading.unread);
  const isUnreadable = known !== undefined && known !== null && !isJsonObject(known);
  const unreadKnown = isUnreadable ? ['known is no object'] : unreadIds;
  return { public: isPublicAcl(grantees), classes, ...problems([...unread, ...unreadKnown]) };
};
