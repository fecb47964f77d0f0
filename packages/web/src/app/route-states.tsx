/** What stands where a page could not be shown. */
import { Button } from '@mantine/core';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { Empty, Failed, SkeletonRows } from '../components/page-state.tsx';

export function Pending() {
  return <SkeletonRows rows={10} />;
}

/** Keeps one page's error from the rest: the frame around it stays. */
export function PageError({ error, reset }: ErrorComponentProps) {
  return <Failed error={error} what="The page" isPage again={reset} />;
}

export function NotFound() {
  return (
    <Empty
      kind="search"
      heading="h1"
      title="There is no such page"
      actions={
        <Button component={Link} to="/" variant="filled">
          To the beginning
        </Button>
      }
    >
      The address may be mistyped, or from another version.
    </Empty>
  );
}
