/** Opens the list on one of the questions that are asked every day. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { issueViews } from './issue-views.ts';

type IssueViewsMenuProps = { readonly typed: string | undefined };

/** What is typed gives way; the stage, the groups and the order stay. */
export function IssueViewsMenu({ typed }: IssueViewsMenuProps) {
  const current = issueViews.find(({ query }) => query === typed?.trim());
  return (
    <Menu>
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={16} stroke={1.6} aria-hidden />}>
          {current === undefined ? 'Views' : `View: ${current.label}`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {issueViews.map(({ label, query }) => (
          <Menu.Item
            key={query}
            renderRoot={(props: object) => (
              <Link {...props} to="/issues" search={(search) => ({ ...search, query, issue: undefined })} />
            )}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
