/** Finds out whether an asset that its listing lacks is gone. */
import {
  isOperationError,
  type MissingItem,
  OperationError,
  parseAnswer,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { body } from '../asset-inventory/assets.ts';
import { resourceHistory } from '../asset-inventory/history.ts';
import { ofInventory } from '../asset-inventory/inventory.ts';
import { gone } from '../client/gone.ts';
import { identityOf, typeIn } from './config.ts';
import { assetTypesOf, isInvalidArgument } from './listing.ts';

const history = z.looseObject({
  assets: z
    .array(
      z.looseObject({
        deleted: z.boolean().optional(),
        asset: z
          .looseObject({ resource: z.looseObject({ data: z.unknown().optional() }).optional() })
          .optional(),
      }),
    )
    .optional(),
});

/**
 * Resolves when the inventory knows the asset as it is now; `parent` is where it is asked. Of a type that is no longer named it asks
 * nothing and rejects, so that the item is not taken for deleted.
 */
export async function confirmAsset(
  context: WatchContext,
  { identity, lineage }: MissingItem,
  parent: string,
): Promise<void> {
  const assetType = typeIn(identity);
  if (!assetTypesOf(context).includes(assetType))
    throw new OperationError({
      class: 'switched_off',
      message: `The field otherAssets does not name ${assetType} any more: what was known of it stays as it was last seen`,
    });
  // Without a beginning the window is this moment.
  const input = { parent, assetNames: [lineage], contentType: 'RESOURCE' };
  try {
    const answer = parseAnswer(
      resourceHistory,
      history,
      await ofInventory(context.send)(resourceHistory, input),
    );
    const [state] = answer.assets?.slice(-1) ?? [];
    if (state === undefined || state.deleted === true) throw lost(`${lineage} is deleted`);
    const resource = body.safeParse(state.asset?.resource?.data).data;
    if (resource !== undefined && identityOf({ assetType, name: lineage, resource }) !== identity)
      throw lost(`Another asset is called ${lineage} now`);
  } catch (error) {
    // So Google says that an asset does not exist.
    if (isOperationError(error) && isInvalidArgument(error.failure)) throw lost(error.message);
    throw error;
  }
}

function lost(message: string): OperationError {
  const [code = ''] = gone;
  return new OperationError({ class: 'not_found', code, message, operation: resourceHistory });
}
