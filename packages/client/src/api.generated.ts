/** The API as types. Made by `npm run client`; changes by hand are overwritten. */
export interface paths {
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Sign in by address and password. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Sign out.
         * @description Needs the role view.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/link/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a one-time link can still be used. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            usable: boolean;
                            /** @description Whether it makes the first administrator, or sets the password of somebody who was invited. */
                            purpose: ("first-administrator" | "person") | null;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a password by a one-time link, and sign in. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                        password: string;
                        /**
                         * Format: email
                         * @description For the first administrator.
                         */
                        email?: string;
                        /** @description For the first administrator. */
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change one’s own password; every other session of one’s own ends.
         * @description Needs the role view.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        present: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the items, now or as of a moment.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before. */
                    after?: string;
                    limit?: number;
                    /** @description In the query language. */
                    query?: string;
                    sort?: "score" | "name" | "changed" | "firstSeen";
                    order?: "asc" | "desc";
                    /** @description The items as they were then; sorted by name. */
                    asOf?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Item"][];
                            /** @description Give it as `after` for the next page; null on the last one. */
                            next: string | null;
                            /** @description Names in the query that nothing bears, such as "No account is called pord."; on pages that follow another none. */
                            readonly notes: string[];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many items a search finds, and what it may be narrowed by.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description In the query language. */
                    query?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ItemFacets"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All items that a search finds, as a file, now or as of a moment.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description In the query language. */
                    query?: string;
                    asOf?: string;
                    format?: "csv" | "jsonl";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row a line. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/jsonl": string;
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One item with everything that is known about it now.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ItemDetail"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/at": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One item as it was at a moment.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query: {
                    asOf: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PastItem"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The revisions of an item, the newest first.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before. */
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Revision"][];
                            /** @description Give it as `after` for the next page; null on the last one. */
                            next: string | null;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/revisions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As a file, whole: the revisions of an item, the newest first.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    format?: "csv" | "jsonl";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row a line. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/jsonl": string;
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed between two revisions or moments; by default by the latest change.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ItemDiff"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people wrote about an item, the oldest first.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly comments: {
                                /** Format: uuid */
                                id: string;
                                author: string;
                                /** Format: date-time */
                                at: string;
                                text: string;
                            }[];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Write about an item.
         * @description Needs the role comment.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly comments: {
                                /** Format: uuid */
                                id: string;
                                author: string;
                                /** Format: date-time */
                                at: string;
                                text: string;
                            }[];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{id}/rescan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a scan of an item’s technology in its account now.
         * @description Needs the role comment.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            askedAt: string;
                            /** @description What will be looked at; empty: it is not watched. */
                            readonly technologies: string[];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the issues.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before. */
                    after?: string;
                    limit?: number;
                    /** @description In the query language. */
                    query?: string;
                    sort?: "score" | "opened";
                    order?: "asc" | "desc";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Issue"][];
                            /** @description Give it as `after` for the next page; null on the last one. */
                            next: string | null;
                            /** @description Names in the query that nothing bears, such as "No account is called pord."; on pages that follow another none. */
                            readonly notes: string[];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/issues/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many issues a search finds, and what it may be narrowed by.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description In the query language. */
                    query?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IssueFacets"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/issues/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All issues that a search finds, as a file.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description In the query language. */
                    query?: string;
                    format?: "csv" | "jsonl";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row a line. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/jsonl": string;
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/issues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One issue with its life: transitions, justifications, comments.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IssueDetail"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/issues/{id}/justification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an issue for the evidence that it has now.
         * @description Needs the role justify.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        /**
                         * Format: date-time
                         * @description When the acceptance ends by itself; never unless given.
                         */
                        until?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IssueDetail"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /**
         * Take an acceptance back: the issue is open again.
         * @description Needs the role justify.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["IssueDetail"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/issues/justify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept several issues for the same reason.
         * @description Needs the role justify.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                        reason: string;
                        /**
                         * Format: date-time
                         * @description When the acceptance ends by itself; never unless given.
                         */
                        until?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly decided: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                status: "open" | "justified" | "fixed" | "retired" | "frozen";
                            }[];
                            readonly refused: {
                                /** Format: uuid */
                                id: string;
                                problem: string;
                            }[];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/issues/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take several acceptances back.
         * @description Needs the role justify.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly decided: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                status: "open" | "justified" | "fixed" | "retired" | "frozen";
                            }[];
                            readonly refused: {
                                /** Format: uuid */
                                id: string;
                                problem: string;
                            }[];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/issues/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write about an issue.
         * @description Needs the role comment.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly comments: {
                                /** Format: uuid */
                                id: string;
                                author: string;
                                /** Format: date-time */
                                at: string;
                                text: string;
                            }[];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a comment: one’s own, or as an administrator any.
         * @description Needs the role comment.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/query/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys that a query may use, with what each means and takes.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query: {
                    of: "items" | "issues";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["QueryKey"][];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What runs here: the version, the plugins with the numbers of what each brings, the id of the digest key.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["About"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scope by scope, what was and was not seen, and why.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before. */
                    after?: string;
                    limit?: number;
                    account?: string;
                    technology?: string;
                    region?: string;
                    state?: "never" | "complete" | "failed" | "frozen";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Scope"][];
                            /** @description Give it as `after` for the next page; null on the last one. */
                            next: string | null;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As a file, whole: scope by scope, what was and was not seen, and why.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    account?: string;
                    technology?: string;
                    region?: string;
                    state?: "never" | "complete" | "failed" | "frozen";
                    format?: "csv" | "jsonl";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row a line. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/jsonl": string;
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Coverage by account and technology, their regions together.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before. */
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["CoverageCell"][];
                            /** @description Give it as `after` for the next page; null on the last one. */
                            next: string | null;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage/matrix/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As a file, whole: coverage by account and technology, their regions together.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    format?: "csv" | "jsonl";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row a line. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/jsonl": string;
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unknowns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Checks that could not be decided, item by item, and why.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before. */
                    after?: string;
                    limit?: number;
                    account?: string;
                    technology?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Unknown"][];
                            /** @description Give it as `after` for the next page; null on the last one. */
                            next: string | null;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unknowns/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As a file, whole: checks that could not be decided, item by item, and why.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    account?: string;
                    technology?: string;
                    format?: "csv" | "jsonl";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row a line. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/jsonl": string;
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What could not be looked at, and the figures of all accounts or some.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only these accounts, by id; may be repeated. */
                    account?: string | string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Dashboard"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dashboard/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many issues were open at the end of each day, and how many checks at least were unknown.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only these accounts, by id; may be repeated. */
                    account?: string | string[];
                    days?: number;
                    /** @description The end of the last day; the next midnight in UTC unless given. */
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Trend"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What keeps everything from being seen, by what would mend it; what concerns most comes first.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only these accounts, by id; may be repeated. */
                    account?: string | string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["FailureGroup"][];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/failures/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As a file, whole: what keeps everything from being seen, by what would mend it; what concerns most comes first.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only these accounts, by id; may be repeated. */
                    account?: string | string[];
                    format?: "csv" | "jsonl";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row a line. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/jsonl": string;
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed lately over all items, the newest first.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before. */
                    after?: string;
                    limit?: number;
                    /** @description Only these accounts, by id; may be repeated. */
                    account?: string | string[];
                    /** @description 24 hours ago unless given. */
                    since?: string;
                    kind?: "created" | "changed" | "deleted";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Change"][];
                            /** @description Give it as `after` for the next page; null on the last one. */
                            next: string | null;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As a file, whole: what changed lately over all items, the newest first.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only these accounts, by id; may be repeated. */
                    account?: string | string[];
                    /** @description 24 hours ago unless given. */
                    since?: string;
                    kind?: "created" | "changed" | "deleted";
                    format?: "csv" | "jsonl";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row a line. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/jsonl": string;
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/justifications/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Justifications that end by themselves before a moment, the next one first.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before. */
                    after?: string;
                    limit?: number;
                    /** @description Only these accounts, by id; may be repeated. */
                    account?: string | string[];
                    /** @description In 14 days unless given. */
                    before?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["EndingJustification"][];
                            /** @description Give it as `after` for the next page; null on the last one. */
                            next: string | null;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/justifications/ending/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As a file, whole: justifications that end by themselves before a moment, the next one first.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only these accounts, by id; may be repeated. */
                    account?: string | string[];
                    /** @description In 14 days unless given. */
                    before?: string;
                    format?: "csv" | "jsonl";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row a line. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/jsonl": string;
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/technologies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is watched: every technology with its checks and the permissions that it needs.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Technology"][];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The checks of all technologies, or of one.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    technology?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Check"][];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As a file, whole: the checks of all technologies, or of one.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    technology?: string;
                    format?: "csv" | "jsonl";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row a line. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/jsonl": string;
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/{check}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One check: why it matters, how to fix it, examples, options, what is set about it and what it found.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    check: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CheckDetail"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Switch a check on or off, or set its score or options, for all accounts or some.
         * @description Needs the role admin and sight of all accounts.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    check: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Some accounts, as type:identifier or names with stars; all when absent. */
                        account?: string;
                        /** @description Null goes back to what holds otherwise. */
                        enabled?: boolean | null;
                        score?: number | null;
                        options?: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CheckDetail"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/account-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What kinds of accounts can be watched, with the fields of each.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["AccountType"][];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account-types/{type}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The least-privilege role that watching such an account takes, ready to be created.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    format?: "json" | "cloudformation" | "terraform" | "gcloud";
                };
                header?: never;
                path: {
                    type: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            text: string;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The accounts by name, each with how far it has been looked at.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before. */
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Account"][];
                            /** @description Give it as `after` for the next page; null on the last one. */
                            next: string | null;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add an account; an active one is scanned at once.
         * @description Needs the role admin and sight of all accounts.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        type: string;
                        identifier: string;
                        name: string;
                        /**
                         * @description The fields of its type.
                         * @default {}
                         */
                        fields?: {
                            [key: string]: unknown;
                        };
                        /** @default false */
                        thirdParty?: boolean;
                        /** @default true */
                        active?: boolean;
                        /** @default  */
                        notes?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As a file, whole: the accounts by name, each with how far it has been looked at.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    format?: "csv" | "jsonl";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row a line. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/jsonl": string;
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One account.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Remove an account with its items, their history, issues and justifications, for good.
         * @description Needs the role admin and sight of all accounts.
         */
        delete: {
            parameters: {
                query: {
                    /** @description Its name once more, so that nobody removes an account by a slip. */
                    name: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change an account, or stop watching it; its type and identifier stay.
         * @description Needs the role admin and sight of all accounts.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @description Takes the place of all fields. */
                        fields?: {
                            [key: string]: unknown;
                        };
                        thirdParty?: boolean;
                        active?: boolean;
                        notes?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Account"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/accounts/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try every permission that watching an account needs, recording nothing: a line for each call as it is made.
         * @description Needs the role admin.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row a line. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/jsonl": string;
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/rescan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a scan of an account now, or of one technology in it; coverage tells when it is done.
         * @description Needs the role comment.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        technology?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            askedAt: string;
                            /** @description What will be looked at; empty: it is not watched. */
                            readonly technologies: string[];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every setting with its value and what it is; that of the alerters for administrators only, for its options may be secret.
         * @description Needs the role view and sight of all accounts.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Setting"][];
                            names: components["schemas"]["SettingNames"];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set one setting as a whole. It takes effect with the next audit or scan.
         * @description Needs the role admin and sight of all accounts.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        value: unknown;
                        /** @description `updatedAt` of the value that this one was made from. When it was set since, it is refused; without this, it is set whatever is there. */
                        basedOn?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            key: string;
                            value: unknown;
                            follows: components["schemas"]["SettingFollows"];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/networks/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put networks on the allow-list from the form of the first Security Monkey, an object of names and networks: all of them or, when one is wrong, none.
         * @description Needs the role admin and sight of all accounts.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        networks: unknown;
                        /**
                         * @description Whether networks that the file does not name leave the allow-list.
                         * @default false
                         */
                        authoritative?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            added: number;
                            changed: number;
                            unchanged: number;
                            removed: number;
                            follows: components["schemas"]["SettingFollows"];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people who may sign in, by address.
         * @description Needs the role admin and sight of all accounts.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before. */
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Person"][];
                            /** @description Give it as `after` for the next page; null on the last one. */
                            next: string | null;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Add a person, and get the one-time link by which they set a password.
         * @description Needs the role admin and sight of all accounts.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                        name: string;
                        /** @enum {string} */
                        role: "view" | "comment" | "justify" | "admin";
                        /** @default all */
                        accounts?: "all" | string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            person: components["schemas"]["Person"];
                            /** @description To be opened under the address of the pages, once, within three days. */
                            link: string;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As a file, whole: the people who may sign in, by address.
         * @description Needs the role admin and sight of all accounts.
         */
        get: {
            parameters: {
                query?: {
                    format?: "csv" | "jsonl";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row a line. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/jsonl": string;
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a person’s name, role or accounts, or keep them from signing in.
         * @description Needs the role admin and sight of all accounts.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {string} */
                        role?: "view" | "comment" | "justify" | "admin";
                        accounts?: "all" | string[];
                        active?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Person"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/people/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new one-time link by which a person sets a password; a former one is void.
         * @description Needs the role admin and sight of all accounts.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            person: components["schemas"]["Person"];
                            /** @description To be opened under the address of the pages, once, within three days. */
                            link: string;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign a person out everywhere.
         * @description Needs the role admin and sight of all accounts.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Person"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people changed, the newest first.
         * @description Needs the role admin and sight of all accounts.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before. */
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["AuditEntry"][];
                            /** @description Give it as `after` for the next page; null on the last one. */
                            next: string | null;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As a file, whole: what people changed, the newest first.
         * @description Needs the role admin and sight of all accounts.
         */
        get: {
            parameters: {
                query?: {
                    format?: "csv" | "jsonl";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row a line. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/jsonl": string;
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The alerters to which people subscribe.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Alerter"][];
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerters/{alerter}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test at once: to one’s own address, or as an administrator to another.
         * @description Needs the role view.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    alerter: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description One’s own unless given; another is for administrators. */
                        address?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: uuid
                             * @description Its id in the log of deliveries.
                             */
                            message: string;
                            address: string;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is told what: one’s own subscriptions, or everybody’s for administrators who see all accounts.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before. */
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Subscription"][];
                            /** @description Give it as `after` for the next page; null on the last one. */
                            next: string | null;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Be told of what happens, or have another address told.
         * @description Needs the role view.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default mail */
                        alerter?: string;
                        /** @description One’s own unless given; another is for administrators. */
                        address?: string;
                        /**
                         * @description Names, identifiers, `type:identifier`, or patterns of names with `*`.
                         * @default all
                         */
                        accounts?: "all" | string[];
                        /** @default all */
                        technologies?: "all" | string[];
                        /** @description All that the alerter tells unless given. */
                        readonly events?: ("account.enrolled" | "item.created" | "item.changed" | "item.deleted" | "issue.opened" | "issue.reopened" | "issue.fixed" | "scope.failed" | "scope.recovered" | "settings.changed")[];
                        /**
                         * @description A run or a day without an issue of at least this score makes no message.
                         * @default 0
                         */
                        minScore?: number;
                        /**
                         * @description `HH:MM` for one digest a day at that time; null for a message after each run.
                         * @default null
                         */
                        dailyAt?: string | null;
                        /**
                         * @description Such as `Europe/Berlin`; for all times.
                         * @default UTC
                         */
                        timeZone?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Subscription"];
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As a file, whole: who is told what: one’s own subscriptions, or everybody’s for administrators who see all accounts.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    format?: "csv" | "jsonl";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row a line. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/jsonl": string;
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Be told no more; what waits for the subscription is not sent.
         * @description Needs the role view.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent, what waits and what was given up, the newest first: of one’s own subscriptions, or all for administrators who see all accounts.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before. */
                    after?: string;
                    limit?: number;
                    /** @description Only those in this state; may be given several times. */
                    state?: ("pending" | "delivered" | "dead") | ("pending" | "delivered" | "dead")[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly rows: components["schemas"]["Delivery"][];
                            /** @description Give it as `after` for the next page; null on the last one. */
                            next: string | null;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As a file, whole: what was sent, what waits and what was given up, the newest first: of one’s own subscriptions, or all for administrators who see all accounts.
         * @description Needs the role view.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only those in this state; may be given several times. */
                    state?: ("pending" | "delivered" | "dead") | ("pending" | "delivered" | "dead")[];
                    format?: "csv" | "jsonl";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A row a line. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                        "application/jsonl": string;
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try every message again that was given up.
         * @description Needs the role admin and sight of all accounts.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description How many are due again. */
                            retried: number;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a message again that was given up, with all its attempts before it.
         * @description Needs the role view.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
                /** @description Why it was refused. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Why a request was refused. */
        ProblemInput: {
            /** @description Names the kind of error; docs/reference/errors.md explains each. */
            type: string;
            /** @description The code of the error. */
            title: string;
            status: number;
            /** @description What is wrong and what to do, for a person. */
            detail: string;
            /** @description Under which the log tells more. */
            requestId: string;
            /** @description Of a wrong query: the character where it begins to be wrong, from 1; behind the last one where something is missing. */
            position?: number;
            /** @description Of a wrong query: how many characters are wrong; 0 where something is missing. */
            length?: number;
            /** @description Of a wrong query: what is wrong there and what is expected. */
            problem?: string;
            /** @description Of a value that a setting does not take: what is wrong in it, place by place. */
            readonly errors?: {
                /** @description Where in the value: a JSON Pointer (RFC 6901), empty for all of it. */
                pointer: string;
                detail: string;
            }[];
        };
        AboutInput: {
            version: string;
            /** @description The version of the contract with plugins that it speaks. */
            contract: number;
            /** @description The id of the key of the digests that stand for secrets. The key is no part of any answer. */
            keyId: string;
            /** @description The table of the actions of providers that policies are judged by. */
            facts: string;
            readonly plugins: {
                name: string;
                accountTypes: number;
                technologies: number;
                checks: number;
                alerters: number;
            }[];
        };
        AccountInput: {
            /** Format: uuid */
            id: string;
            type: string;
            identifier: string;
            name: string;
            /** @description For administrators; null for others. */
            fields: {
                [key: string]: unknown;
            } | null;
            thirdParty: boolean;
            active: boolean;
            notes: string;
            /** Format: date-time */
            createdAt: string;
            /** @description When everything in it had been recorded for the first time. */
            enrolledAt: string | null;
            /** @description The account in which it was found; null when a person added it. */
            discoveredBy: string | null;
            /** @description Why the account in which it was found leaves it out now: it is switched off and frozen. */
            leftOut: string | null;
            /** @description How far it has been looked at. */
            scopes: {
                never: number;
                complete: number;
                failed: number;
                frozen: number;
                /** @description When the scope that waits longest was last complete; null when one never was. */
                allCompleteSince: string | null;
                nextRun: string | null;
                running: boolean;
            };
        };
        AccountTypeInput: {
            id: string;
            title: string;
            extends: string | null;
            identifier: {
                label: string;
                example: string;
            };
            /** @description JSON Schema of the fields; forms are made from it. */
            fields: {
                [key: string]: unknown;
            };
            readonly permissions: string[];
            /** @description The forms in which its role can be had. */
            readonly roleFormats: string[];
        };
        TrialInput: {
            technology: string | null;
            operation: string | null;
            permission: string | null;
            /** @enum {string} */
            outcome: "allowed" | "refused" | "failed" | "untried";
            message: string;
            class: string | null;
            hint: string | null;
        };
        SubscriptionInput: {
            /** Format: uuid */
            id: string;
            /** @description Whose it is; null for an address that belongs to nobody who signs in. */
            person: string | null;
            alerter: string;
            address: string;
            /** @description Names, identifiers, `type:identifier`, or patterns of names with `*`. */
            accounts: "all" | string[];
            technologies: "all" | string[];
            readonly events: string[];
            /** @description A run or a day without an issue of at least this score makes no message. */
            minScore: number;
            /** @description `HH:MM` for one digest a day at that time; null for a message after each run. */
            dailyAt: string | null;
            /** @description Such as `Europe/Berlin`; for all times. */
            timeZone: string;
            nextDigest: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
        };
        AlerterInput: {
            id: string;
            title: string;
            address: {
                label: string;
                example: string;
            };
            /** @description The kinds of events of which it can tell. */
            readonly events: string[];
            /** @description Whether it can send: docs/guides/mail.md says how to configure mail. */
            configured: boolean;
        };
        DeliveryInput: {
            /**
             * Format: uuid
             * @description The message’s, or the event’s.
             */
            id: string;
            /** @enum {string} */
            kind: "message" | "event";
            /**
             * Format: date-time
             * @description When the message was made, or the event happened.
             */
            at: string;
            alerter: string;
            /** @description Null where an alerter knows by itself where to send. */
            address: string | null;
            /** @description Null for a test, and once it was removed. */
            subscription: string | null;
            /** @description The subject, once it was made up; or the key of the event. */
            what: string | null;
            /**
             * @description `dead` was given up.
             * @enum {string}
             */
            state: "pending" | "delivered" | "dead";
            attempts: number;
            nextAttempt: string | null;
            deliveredAt: string | null;
            /** @description Why the last attempt was not taken. */
            failure: string | null;
        };
        AuditEntryInput: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            person: string | null;
            /** @description The name at that time. */
            author: string;
            address: string;
            action: string;
            target: {
                [key: string]: unknown;
            };
        };
        CheckInput: {
            id: string;
            technology: string;
            title: string;
            /** @enum {string} */
            category: "internet-accessible" | "friendly-cross-account" | "third-party-cross-account" | "unknown-access" | "cross-account-root" | "administrator-access" | "sensitive-permissions" | "awkward-construction" | "parse-error" | "insecure-configuration" | "insecure-tls" | "needs-rotation" | "unused-access" | "recommendation" | "informational";
            /** @description What it reports unless a finding has a score of its own. */
            score: number;
            /** @description Whether it is on, but for accounts with an override. */
            enabled: boolean;
            /** @description What is set in place of every score that it reports. */
            ownScore: number | null;
            readonly frameworks: {
                [key: string]: string[];
            };
            /** @description The file of a rule without code, in the data directory; null of a check that is code. */
            rule: string | null;
        };
        CheckDetailInput: {
            id: string;
            technology: string;
            title: string;
            /** @enum {string} */
            category: "internet-accessible" | "friendly-cross-account" | "third-party-cross-account" | "unknown-access" | "cross-account-root" | "administrator-access" | "sensitive-permissions" | "awkward-construction" | "parse-error" | "insecure-configuration" | "insecure-tls" | "needs-rotation" | "unused-access" | "recommendation" | "informational";
            /** @description What it reports unless a finding has a score of its own. */
            score: number;
            /** @description Whether it is on, but for accounts with an override. */
            enabled: boolean;
            /** @description What is set in place of every score that it reports. */
            ownScore: number | null;
            readonly frameworks: {
                [key: string]: string[];
            };
            /** @description The file of a rule without code, in the data directory; null of a check that is code. */
            rule: string | null;
            version: number;
            why: string;
            fix: string;
            readonly links: string[];
            /** @description Message id to template. */
            readonly messages: {
                [key: string]: string;
            };
            readonly examples: {
                name: string;
                config: {
                    [key: string]: unknown;
                };
                /** @description Empty: it passes. */
                readonly reports: {
                    message: string;
                    subject: {
                        [key: string]: unknown;
                    };
                }[];
            }[];
            /** @description JSON Schema of its options; null when it has none. */
            optionsSchema: {
                [key: string]: unknown;
            } | null;
            /** @description Null for people who see some accounts only. */
            options: {
                [key: string]: unknown;
            } | null;
            /** @description Null for people who see some accounts only. */
            overrides: {
                /** @description One account as type:identifier, or names with stars. */
                account: string;
                enabled: boolean | null;
                score: number | null;
                options: {
                    [key: string]: unknown;
                } | null;
            }[] | null;
            issues: {
                open: number;
                justified: number;
                fixed: number;
                retired: number;
                frozen: number;
            };
            /** @description Items for which it could not be decided. */
            unknowns: number;
        };
        TechnologyInput: {
            id: string;
            accountType: string;
            title: {
                one: string;
                many: string;
            };
            /** @enum {string} */
            scope: "region" | "global";
            legacyIndex: string | null;
            documentation: string;
            readonly checks: string[];
            readonly permissions: string[];
            /** @description Whether it is watched, but for accounts that are set otherwise. */
            watched: boolean;
            /** @description Minutes between two listings, but for accounts that are set otherwise. */
            minutes: number;
        };
        IssueInput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            item: string;
            account: string;
            technology: string;
            region: string;
            name: string;
            providerName: string;
            arn?: string;
            check: string;
            message: string;
            readonly subject: {
                [key: string]: string | number | boolean;
            };
            /** @description The message for a person. */
            text: string;
            score: number;
            readonly evidence: {
                path: string;
                value: unknown;
            }[];
            /** @enum {string} */
            status: "open" | "justified" | "fixed" | "retired" | "frozen";
            /**
             * Format: date-time
             * @description Since when it is there without having been fixed: of one that came back, since its return.
             */
            openedAt: string;
            /** @description Nobody saw it become so: it was so when the account was enrolled, or the rules changed. */
            mayBeOlder: boolean;
            unverifiedSince: string | null;
        };
        IssueDetailInput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            item: string;
            account: string;
            technology: string;
            region: string;
            name: string;
            providerName: string;
            arn?: string;
            check: string;
            message: string;
            readonly subject: {
                [key: string]: string | number | boolean;
            };
            /** @description The message for a person. */
            text: string;
            score: number;
            readonly evidence: {
                path: string;
                value: unknown;
            }[];
            /** @enum {string} */
            status: "open" | "justified" | "fixed" | "retired" | "frozen";
            /**
             * Format: date-time
             * @description Since when it is there without having been fixed: of one that came back, since its return.
             */
            openedAt: string;
            /** @description Nobody saw it become so: it was so when the account was enrolled, or the rules changed. */
            mayBeOlder: boolean;
            unverifiedSince: string | null;
            readonly details: {
                [key: string]: string | number | boolean;
            };
            /** Format: date-time */
            changedAt: string;
            fixedAt: string | null;
            readonly transitions: {
                /** Format: date-time */
                at: string;
                from: ("open" | "justified" | "fixed" | "retired" | "frozen") | null;
                /** @enum {string} */
                to: "open" | "justified" | "fixed" | "retired" | "frozen";
                cause: string;
                detail: {
                    [key: string]: unknown;
                };
            }[];
            readonly justifications: {
                /** Format: uuid */
                id: string;
                reason: string;
                author: string;
                /** Format: date-time */
                createdAt: string;
                until: string | null;
                endedAt: string | null;
                endedBecause: string | null;
            }[];
            readonly comments: {
                /** Format: uuid */
                id: string;
                author: string;
                /** Format: date-time */
                at: string;
                text: string;
            }[];
        };
        ScopeInput: {
            account: string;
            technology: string;
            region: string;
            /** @enum {string} */
            state: "never" | "complete" | "failed" | "frozen";
            running: boolean;
            lastComplete: string | null;
            /** @description Milliseconds since the last complete listing. */
            age: number | null;
            lastAttempt: string | null;
            nextRun: string | null;
            failure: ({
                class: string;
                message: string;
                operation?: string;
                permission?: string;
            } & {
                [key: string]: unknown;
            }) | null;
            /** @description What to do about the failure. */
            hint: string | null;
            failingSince: string | null;
            /** @description Why the history that the provider keeps of its items could not be read; the scope itself is none the worse. */
            past: ({
                class: string;
                message: string;
                operation?: string;
                permission?: string;
            } & {
                [key: string]: unknown;
            }) | null;
            listed: number;
            /** @description Items that the last listing lacked and that are kept until that is confirmed. */
            held: number;
            /** @description Items that are recorded and not judged. */
            ignored: number;
        };
        CoverageCellInput: {
            /** Format: uuid */
            accountId: string;
            account: string;
            technology: string;
            scopes: {
                never: number;
                complete: number;
                failed: number;
                frozen: number;
            };
            running: boolean;
            /** @description When the scope that waits longest was last complete; null when one never was. */
            allCompleteSince: string | null;
            failingSince: string | null;
            /** @description Classes of the failures, with their scopes. */
            readonly classes: {
                [key: string]: number;
            };
            /** @description Checks of its items that could not be decided because a part could not be read. */
            unknowns: {
                checks: number;
                items: number;
            };
            /** @description What its scopes and its items lack. */
            readonly permissions: string[];
            held: number;
            nextRun: string | null;
        };
        ItemInput: {
            /** Format: uuid */
            id: string;
            account: string;
            technology: string;
            region: string;
            name: string;
            providerName: string;
            arn?: string;
            identity: string;
            tags: {
                [key: string]: string;
            } | null;
            /** @description The sum of the scores of the open issues. */
            score: number;
            openIssues: number;
            /** @description Checks that could not be decided; null for the past. */
            unknowns: number | null;
            /** Format: date-time */
            firstSeen: string;
            /** Format: date-time */
            lastChanged: string;
            /** @enum {string} */
            status: "active" | "unverified" | "frozen" | "deleted";
            /** @description The entry of the ignore list that covers it; no check judges it. */
            ignoredBy?: string;
        };
        UnknownInput: {
            check: string;
            class: string;
            path: string;
            permission: string | null;
            message: string;
            /** Format: date-time */
            since: string;
            /** Format: uuid */
            item: string;
            account: string;
            technology: string;
            region: string;
            name: string;
        };
        ItemDetailInput: {
            /** Format: uuid */
            id: string;
            account: string;
            technology: string;
            region: string;
            name: string;
            providerName: string;
            arn?: string;
            identity: string;
            tags: {
                [key: string]: string;
            } | null;
            /** @description The sum of the scores of the open issues. */
            score: number;
            openIssues: number;
            /** @description Checks that could not be decided; null for the past. */
            unknowns: number | null;
            /** Format: date-time */
            firstSeen: string;
            /** Format: date-time */
            lastChanged: string;
            /** @enum {string} */
            status: "active" | "unverified" | "frozen" | "deleted";
            /** @description The entry of the ignore list that covers it; no check judges it. */
            ignoredBy?: string;
            /** Format: uuid */
            accountId: string;
            /** @description Where the provider’s console shows it, for whoever is signed in there to its account. */
            consoleUrl: string | null;
            deletedAt: string | null;
            missingSince: string | null;
            predecessor: string | null;
            config: {
                [key: string]: unknown;
            };
            ephemeral: {
                [key: string]: unknown;
            };
            observedAt: string | null;
            readonly unreadable: ({
                path: string;
                class: string;
                message: string;
                permission?: string;
                /** @description Since when; of an item as it is now. */
                since?: string;
            } & {
                [key: string]: unknown;
            })[];
            readonly relations: {
                name: string;
                /** @enum {string} */
                direction: "out" | "in";
                technology: string;
                key: string;
                value: {
                    [key: string]: unknown;
                };
                /** Format: date-time */
                since: string;
                item: string | null;
                itemName: string | null;
            }[];
            readonly issues: components["schemas"]["IssueInput"][];
            readonly undecided: {
                check: string;
                class: string;
                path: string;
                permission: string | null;
                message: string;
                /** Format: date-time */
                since: string;
            }[];
            /** @description Checks that were answered and found nothing. */
            readonly passed: string[];
            /** @description When checks last judged it; null: none has yet. */
            auditedAt: string | null;
            coverage: components["schemas"]["ScopeInput"] | null;
        };
        PastItemInput: {
            /** Format: uuid */
            id: string;
            account: string;
            technology: string;
            region: string;
            name: string;
            providerName: string;
            arn?: string;
            identity: string;
            tags: {
                [key: string]: string;
            } | null;
            /** @description The sum of the scores of the open issues. */
            score: number;
            openIssues: number;
            /** @description Checks that could not be decided; null for the past. */
            unknowns: number | null;
            /** Format: date-time */
            firstSeen: string;
            /** Format: date-time */
            lastChanged: string;
            /** @enum {string} */
            status: "active" | "unverified" | "frozen" | "deleted";
            /** @description The entry of the ignore list that covers it; no check judges it. */
            ignoredBy?: string;
            /** Format: uuid */
            revision: string;
            /** Format: date-time */
            validFrom: string;
            actor: {
                [key: string]: unknown;
            } | null;
            config: {
                [key: string]: unknown;
            };
            readonly unreadable: ({
                path: string;
                class: string;
                message: string;
                permission?: string;
                /** @description Since when; of an item as it is now. */
                since?: string;
            } & {
                [key: string]: unknown;
            })[];
            readonly relations: {
                name: string;
                /** @enum {string} */
                direction: "out" | "in";
                technology: string;
                key: string;
                value: {
                    [key: string]: unknown;
                };
                /** Format: date-time */
                since: string;
                item: string | null;
                itemName: string | null;
            }[];
        };
        RevisionInput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            item: string;
            /** @enum {string} */
            kind: "created" | "changed" | "deleted";
            /** Format: date-time */
            validFrom: string;
            /** Format: date-time */
            observedAt: string;
            /**
             * @description backfill: told by the history that the provider keeps, not seen by us when it was so.
             * @enum {string}
             */
            source: "scan" | "event" | "backfill";
            /** @description Null: the actor was not collected. */
            actor: {
                [key: string]: unknown;
            } | null;
            summary: string;
            /** @description What it means for who may do what. */
            readonly meaning: string[];
            changes: number;
            readonly unreadable: ({
                path: string;
                class: string;
                message: string;
                permission?: string;
                /** @description Since when; of an item as it is now. */
                since?: string;
            } & {
                [key: string]: unknown;
            })[];
            rebaselines: number;
        };
        ItemDiffInput: {
            before: {
                /** Format: uuid */
                revision: string;
                /** @enum {string} */
                kind: "created" | "changed" | "deleted" | "rebaseline";
                /** Format: date-time */
                validFrom: string;
                /** Format: date-time */
                observedAt: string;
                actor: {
                    [key: string]: unknown;
                } | null;
                config: {
                    [key: string]: unknown;
                };
            } | null;
            after: {
                /** Format: uuid */
                revision: string;
                /** @enum {string} */
                kind: "created" | "changed" | "deleted" | "rebaseline";
                /** Format: date-time */
                validFrom: string;
                /** Format: date-time */
                observedAt: string;
                actor: {
                    [key: string]: unknown;
                } | null;
                config: {
                    [key: string]: unknown;
                };
            };
            readonly changes: {
                /** @enum {string} */
                kind: "added" | "removed" | "changed";
                path: string;
                before?: unknown;
                after?: unknown;
            }[];
            /** @description Parts that one of both never had because they could not be read: neither config has them here. */
            readonly unknown: string[];
            /** @description What changed policies mean for who may do what. */
            readonly policies: {
                path: string;
                readonly sentences: string[];
            }[];
        };
        FailureGroupInput: {
            /** @description The one that is missing; null when the provider named none. */
            permission: string | null;
            class: string;
            operation: string | null;
            readonly accounts: string[];
            readonly technologies: string[];
            scopes: number;
            items: number;
            message: string;
            hint: string | null;
            since: string | null;
        };
        DashboardInput: {
            /** Format: date-time */
            now: string;
            /** @description Scopes by the outcome of their last listing. */
            scopes: {
                never: number;
                complete: number;
                failed: number;
                frozen: number;
            };
            /** @description What could not be looked at and why, what concerns most first; at most 10. */
            readonly failures: components["schemas"]["FailureGroupInput"][];
            /** @description How many such groups there are in all. */
            failureGroups: number;
            /** @description Active accounts. */
            accounts: number;
            items: number;
            frozen: number;
            /** @description Answers of checks that could not be decided. */
            unknowns: number;
            issues: {
                /** @description Open issues by severity. */
                open: {
                    critical: number;
                    high: number;
                    medium: number;
                    low: number;
                    informational: number;
                };
                /** @description The sum of the scores of the open issues. */
                score: number;
                justified: number;
            };
            /** @description The highest scores first; at most 20. */
            readonly byAccount: {
                /** @description Open issues by severity. */
                open: {
                    critical: number;
                    high: number;
                    medium: number;
                    low: number;
                    informational: number;
                };
                /** @description The sum of the scores of the open issues. */
                score: number;
                justified: number;
                /** Format: uuid */
                id: string;
                account: string;
            }[];
            readonly byTechnology: {
                /** @description Open issues by severity. */
                open: {
                    critical: number;
                    high: number;
                    medium: number;
                    low: number;
                    informational: number;
                };
                /** @description The sum of the scores of the open issues. */
                score: number;
                justified: number;
                technology: string;
            }[];
        };
        TrendInput: {
            /** @description The oldest first. Scores are those of now. */
            readonly days: {
                /**
                 * Format: date-time
                 * @description The end of the day.
                 */
                at: string;
                open: {
                    critical: number;
                    high: number;
                    medium: number;
                    low: number;
                    informational: number;
                };
                score: number;
                opened: number;
                closed: number;
                /** @description Checks that are unknown now and already were then: at least so many were, since those that were decided meanwhile are not kept. */
                unknown: number;
            }[];
        };
        ChangeInput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            item: string;
            /** @enum {string} */
            kind: "created" | "changed" | "deleted";
            /** Format: date-time */
            validFrom: string;
            /** Format: date-time */
            observedAt: string;
            /**
             * @description backfill: told by the history that the provider keeps, not seen by us when it was so.
             * @enum {string}
             */
            source: "scan" | "event" | "backfill";
            /** @description Null: the actor was not collected. */
            actor: {
                [key: string]: unknown;
            } | null;
            summary: string;
            /** @description What it means for who may do what. */
            readonly meaning: string[];
            changes: number;
            readonly unreadable: ({
                path: string;
                class: string;
                message: string;
                permission?: string;
                /** @description Since when; of an item as it is now. */
                since?: string;
            } & {
                [key: string]: unknown;
            })[];
            account: string;
            technology: string;
            region: string;
            name: string;
        };
        EndingJustificationInput: {
            /** Format: uuid */
            id: string;
            reason: string;
            author: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            until: string;
            issue: components["schemas"]["IssueInput"];
        };
        PersonInput: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            /** @enum {string} */
            role: "view" | "comment" | "justify" | "admin";
            /** @description Which accounts the person may see. */
            accounts: "all" | string[];
            active: boolean;
            hasPassword: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        ItemFacetsInput: {
            total: number;
            /** @description The search finds more rows than are counted (20,000): every number is at least that. */
            atLeast: boolean;
            readonly facets: {
                [key: string]: {
                    value: string;
                    count: number;
                }[];
            };
            /** @description Names in the query that nothing bears, such as "No account is called pord."; on pages that follow another none. */
            readonly notes: string[];
        };
        IssueFacetsInput: {
            total: number;
            /** @description The search finds more rows than are counted (20,000): every number is at least that. */
            atLeast: boolean;
            readonly facets: {
                [key: string]: {
                    value: string;
                    count: number;
                }[];
            };
            /** @description Names in the query that nothing bears, such as "No account is called pord."; on pages that follow another none. */
            readonly notes: string[];
        };
        QueryKeyInput: {
            key: string;
            readonly aliases: string[];
            /** @enum {string} */
            type: "text" | "tag" | "number" | "time" | "choice" | "network" | "id";
            description: string;
            /** @description A whole term. */
            example: string;
            /** @description Every value that it takes; empty where that is open. */
            readonly choices: {
                value: string;
                meaning: string;
            }[];
        };
        SessionInput: {
            person: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
                /** @enum {string} */
                role: "view" | "comment" | "justify" | "admin";
                /** @description Whether the person sees all accounts, or some only. */
                seesAll: boolean;
            } | null;
            /** @description To be sent as x-csrf-token with every write. */
            csrf: string | null;
            /** @description Whether everything that is shown is made up. */
            demo: boolean;
            version: string | null;
            /** @description Plugins that could not be loaded: what they bring is frozen. Empty for who is not signed in. */
            readonly failedPlugins: {
                /** @description As the configuration has it. */
                name: string;
                /** @description What is wrong, and what to do about it. */
                message: string;
            }[];
        };
        SettingInput: {
            key: string;
            value: unknown;
            /** @description JSON Schema of the value, with what each part is. `x-names` says of a text which of `names` it is one of, `x-options-of` of an object whose options it has, `x-empty` what an empty text means, and `x-absent` what none does. */
            schema: {
                [key: string]: unknown;
            };
            /** @description Null: it has its default. */
            updatedAt: string | null;
            updatedBy: string | null;
        };
        SettingNameInput: {
            id: string;
            title: string;
            /** @description JSON Schema of its options; null when it has none. */
            options: {
                [key: string]: unknown;
            } | null;
        };
        /** @description What settings may name, by kind. */
        SettingNamesInput: {
            readonly technology: components["schemas"]["SettingNameInput"][];
            readonly check: components["schemas"]["SettingNameInput"][];
            readonly list: components["schemas"]["SettingNameInput"][];
            readonly alerter: components["schemas"]["SettingNameInput"][];
        };
        /** @description What follows from a change of the settings. */
        SettingFollowsInput: {
            /** @description Technologies that the change concerns, of those of which something is recorded. */
            readonly technologies: string[];
            /** @description So many items of theirs are judged again by the next audit. */
            items: number;
            /** @description Whether there are more items than were counted. */
            atLeast: boolean;
        };
        /** @description Why a request was refused. */
        Problem: {
            /** @description Names the kind of error; docs/reference/errors.md explains each. */
            type: string;
            /** @description The code of the error. */
            title: string;
            status: number;
            /** @description What is wrong and what to do, for a person. */
            detail: string;
            /** @description Under which the log tells more. */
            requestId: string;
            /** @description Of a wrong query: the character where it begins to be wrong, from 1; behind the last one where something is missing. */
            position?: number;
            /** @description Of a wrong query: how many characters are wrong; 0 where something is missing. */
            length?: number;
            /** @description Of a wrong query: what is wrong there and what is expected. */
            problem?: string;
            /** @description Of a value that a setting does not take: what is wrong in it, place by place. */
            readonly errors?: {
                /** @description Where in the value: a JSON Pointer (RFC 6901), empty for all of it. */
                pointer: string;
                detail: string;
            }[];
        };
        About: {
            version: string;
            /** @description The version of the contract with plugins that it speaks. */
            contract: number;
            /** @description The id of the key of the digests that stand for secrets. The key is no part of any answer. */
            keyId: string;
            /** @description The table of the actions of providers that policies are judged by. */
            facts: string;
            readonly plugins: {
                name: string;
                accountTypes: number;
                technologies: number;
                checks: number;
                alerters: number;
            }[];
        };
        Account: {
            /** Format: uuid */
            id: string;
            type: string;
            identifier: string;
            name: string;
            /** @description For administrators; null for others. */
            fields: {
                [key: string]: unknown;
            } | null;
            thirdParty: boolean;
            active: boolean;
            notes: string;
            /** Format: date-time */
            createdAt: string;
            /** @description When everything in it had been recorded for the first time. */
            enrolledAt: string | null;
            /** @description The account in which it was found; null when a person added it. */
            discoveredBy: string | null;
            /** @description Why the account in which it was found leaves it out now: it is switched off and frozen. */
            leftOut: string | null;
            /** @description How far it has been looked at. */
            scopes: {
                never: number;
                complete: number;
                failed: number;
                frozen: number;
                /** @description When the scope that waits longest was last complete; null when one never was. */
                allCompleteSince: string | null;
                nextRun: string | null;
                running: boolean;
            };
        };
        AccountType: {
            id: string;
            title: string;
            extends: string | null;
            identifier: {
                label: string;
                example: string;
            };
            /** @description JSON Schema of the fields; forms are made from it. */
            fields: {
                [key: string]: unknown;
            };
            readonly permissions: string[];
            /** @description The forms in which its role can be had. */
            readonly roleFormats: string[];
        };
        Trial: {
            technology: string | null;
            operation: string | null;
            permission: string | null;
            /** @enum {string} */
            outcome: "allowed" | "refused" | "failed" | "untried";
            message: string;
            class: string | null;
            hint: string | null;
        };
        Subscription: {
            /** Format: uuid */
            id: string;
            /** @description Whose it is; null for an address that belongs to nobody who signs in. */
            person: string | null;
            alerter: string;
            address: string;
            /** @description Names, identifiers, `type:identifier`, or patterns of names with `*`. */
            accounts: "all" | string[];
            technologies: "all" | string[];
            readonly events: string[];
            /** @description A run or a day without an issue of at least this score makes no message. */
            minScore: number;
            /** @description `HH:MM` for one digest a day at that time; null for a message after each run. */
            dailyAt: string | null;
            /** @description Such as `Europe/Berlin`; for all times. */
            timeZone: string;
            nextDigest: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
        };
        Alerter: {
            id: string;
            title: string;
            address: {
                label: string;
                example: string;
            };
            /** @description The kinds of events of which it can tell. */
            readonly events: string[];
            /** @description Whether it can send: docs/guides/mail.md says how to configure mail. */
            configured: boolean;
        };
        Delivery: {
            /**
             * Format: uuid
             * @description The message’s, or the event’s.
             */
            id: string;
            /** @enum {string} */
            kind: "message" | "event";
            /**
             * Format: date-time
             * @description When the message was made, or the event happened.
             */
            at: string;
            alerter: string;
            /** @description Null where an alerter knows by itself where to send. */
            address: string | null;
            /** @description Null for a test, and once it was removed. */
            subscription: string | null;
            /** @description The subject, once it was made up; or the key of the event. */
            what: string | null;
            /**
             * @description `dead` was given up.
             * @enum {string}
             */
            state: "pending" | "delivered" | "dead";
            attempts: number;
            nextAttempt: string | null;
            deliveredAt: string | null;
            /** @description Why the last attempt was not taken. */
            failure: string | null;
        };
        AuditEntry: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            person: string | null;
            /** @description The name at that time. */
            author: string;
            address: string;
            action: string;
            target: {
                [key: string]: unknown;
            };
        };
        Check: {
            id: string;
            technology: string;
            title: string;
            /** @enum {string} */
            category: "internet-accessible" | "friendly-cross-account" | "third-party-cross-account" | "unknown-access" | "cross-account-root" | "administrator-access" | "sensitive-permissions" | "awkward-construction" | "parse-error" | "insecure-configuration" | "insecure-tls" | "needs-rotation" | "unused-access" | "recommendation" | "informational";
            /** @description What it reports unless a finding has a score of its own. */
            score: number;
            /** @description Whether it is on, but for accounts with an override. */
            enabled: boolean;
            /** @description What is set in place of every score that it reports. */
            ownScore: number | null;
            readonly frameworks: {
                [key: string]: string[];
            };
            /** @description The file of a rule without code, in the data directory; null of a check that is code. */
            rule: string | null;
        };
        CheckDetail: {
            id: string;
            technology: string;
            title: string;
            /** @enum {string} */
            category: "internet-accessible" | "friendly-cross-account" | "third-party-cross-account" | "unknown-access" | "cross-account-root" | "administrator-access" | "sensitive-permissions" | "awkward-construction" | "parse-error" | "insecure-configuration" | "insecure-tls" | "needs-rotation" | "unused-access" | "recommendation" | "informational";
            /** @description What it reports unless a finding has a score of its own. */
            score: number;
            /** @description Whether it is on, but for accounts with an override. */
            enabled: boolean;
            /** @description What is set in place of every score that it reports. */
            ownScore: number | null;
            readonly frameworks: {
                [key: string]: string[];
            };
            /** @description The file of a rule without code, in the data directory; null of a check that is code. */
            rule: string | null;
            version: number;
            why: string;
            fix: string;
            readonly links: string[];
            /** @description Message id to template. */
            readonly messages: {
                [key: string]: string;
            };
            readonly examples: {
                name: string;
                config: {
                    [key: string]: unknown;
                };
                /** @description Empty: it passes. */
                readonly reports: {
                    message: string;
                    subject: {
                        [key: string]: unknown;
                    };
                }[];
            }[];
            /** @description JSON Schema of its options; null when it has none. */
            optionsSchema: {
                [key: string]: unknown;
            } | null;
            /** @description Null for people who see some accounts only. */
            options: {
                [key: string]: unknown;
            } | null;
            /** @description Null for people who see some accounts only. */
            overrides: {
                /** @description One account as type:identifier, or names with stars. */
                account: string;
                enabled: boolean | null;
                score: number | null;
                options: {
                    [key: string]: unknown;
                } | null;
            }[] | null;
            issues: {
                open: number;
                justified: number;
                fixed: number;
                retired: number;
                frozen: number;
            };
            /** @description Items for which it could not be decided. */
            unknowns: number;
        };
        Technology: {
            id: string;
            accountType: string;
            title: {
                one: string;
                many: string;
            };
            /** @enum {string} */
            scope: "region" | "global";
            legacyIndex: string | null;
            documentation: string;
            readonly checks: string[];
            readonly permissions: string[];
            /** @description Whether it is watched, but for accounts that are set otherwise. */
            watched: boolean;
            /** @description Minutes between two listings, but for accounts that are set otherwise. */
            minutes: number;
        };
        Issue: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            item: string;
            account: string;
            technology: string;
            region: string;
            name: string;
            providerName: string;
            arn?: string;
            check: string;
            message: string;
            readonly subject: {
                [key: string]: string | number | boolean;
            };
            /** @description The message for a person. */
            text: string;
            score: number;
            readonly evidence: {
                path: string;
                value: unknown;
            }[];
            /** @enum {string} */
            status: "open" | "justified" | "fixed" | "retired" | "frozen";
            /**
             * Format: date-time
             * @description Since when it is there without having been fixed: of one that came back, since its return.
             */
            openedAt: string;
            /** @description Nobody saw it become so: it was so when the account was enrolled, or the rules changed. */
            mayBeOlder: boolean;
            unverifiedSince: string | null;
        };
        IssueDetail: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            item: string;
            account: string;
            technology: string;
            region: string;
            name: string;
            providerName: string;
            arn?: string;
            check: string;
            message: string;
            readonly subject: {
                [key: string]: string | number | boolean;
            };
            /** @description The message for a person. */
            text: string;
            score: number;
            readonly evidence: {
                path: string;
                value: unknown;
            }[];
            /** @enum {string} */
            status: "open" | "justified" | "fixed" | "retired" | "frozen";
            /**
             * Format: date-time
             * @description Since when it is there without having been fixed: of one that came back, since its return.
             */
            openedAt: string;
            /** @description Nobody saw it become so: it was so when the account was enrolled, or the rules changed. */
            mayBeOlder: boolean;
            unverifiedSince: string | null;
            readonly details: {
                [key: string]: string | number | boolean;
            };
            /** Format: date-time */
            changedAt: string;
            fixedAt: string | null;
            readonly transitions: {
                /** Format: date-time */
                at: string;
                from: ("open" | "justified" | "fixed" | "retired" | "frozen") | null;
                /** @enum {string} */
                to: "open" | "justified" | "fixed" | "retired" | "frozen";
                cause: string;
                detail: {
                    [key: string]: unknown;
                };
            }[];
            readonly justifications: {
                /** Format: uuid */
                id: string;
                reason: string;
                author: string;
                /** Format: date-time */
                createdAt: string;
                until: string | null;
                endedAt: string | null;
                endedBecause: string | null;
            }[];
            readonly comments: {
                /** Format: uuid */
                id: string;
                author: string;
                /** Format: date-time */
                at: string;
                text: string;
            }[];
        };
        Scope: {
            account: string;
            technology: string;
            region: string;
            /** @enum {string} */
            state: "never" | "complete" | "failed" | "frozen";
            running: boolean;
            lastComplete: string | null;
            /** @description Milliseconds since the last complete listing. */
            age: number | null;
            lastAttempt: string | null;
            nextRun: string | null;
            failure: ({
                class: string;
                message: string;
                operation?: string;
                permission?: string;
            } & {
                [key: string]: unknown;
            }) | null;
            /** @description What to do about the failure. */
            hint: string | null;
            failingSince: string | null;
            /** @description Why the history that the provider keeps of its items could not be read; the scope itself is none the worse. */
            past: ({
                class: string;
                message: string;
                operation?: string;
                permission?: string;
            } & {
                [key: string]: unknown;
            }) | null;
            listed: number;
            /** @description Items that the last listing lacked and that are kept until that is confirmed. */
            held: number;
            /** @description Items that are recorded and not judged. */
            ignored: number;
        };
        CoverageCell: {
            /** Format: uuid */
            accountId: string;
            account: string;
            technology: string;
            scopes: {
                never: number;
                complete: number;
                failed: number;
                frozen: number;
            };
            running: boolean;
            /** @description When the scope that waits longest was last complete; null when one never was. */
            allCompleteSince: string | null;
            failingSince: string | null;
            /** @description Classes of the failures, with their scopes. */
            readonly classes: {
                [key: string]: number;
            };
            /** @description Checks of its items that could not be decided because a part could not be read. */
            unknowns: {
                checks: number;
                items: number;
            };
            /** @description What its scopes and its items lack. */
            readonly permissions: string[];
            held: number;
            nextRun: string | null;
        };
        Item: {
            /** Format: uuid */
            id: string;
            account: string;
            technology: string;
            region: string;
            name: string;
            providerName: string;
            arn?: string;
            identity: string;
            tags: {
                [key: string]: string;
            } | null;
            /** @description The sum of the scores of the open issues. */
            score: number;
            openIssues: number;
            /** @description Checks that could not be decided; null for the past. */
            unknowns: number | null;
            /** Format: date-time */
            firstSeen: string;
            /** Format: date-time */
            lastChanged: string;
            /** @enum {string} */
            status: "active" | "unverified" | "frozen" | "deleted";
            /** @description The entry of the ignore list that covers it; no check judges it. */
            ignoredBy?: string;
        };
        Unknown: {
            check: string;
            class: string;
            path: string;
            permission: string | null;
            message: string;
            /** Format: date-time */
            since: string;
            /** Format: uuid */
            item: string;
            account: string;
            technology: string;
            region: string;
            name: string;
        };
        ItemDetail: {
            /** Format: uuid */
            id: string;
            account: string;
            technology: string;
            region: string;
            name: string;
            providerName: string;
            arn?: string;
            identity: string;
            tags: {
                [key: string]: string;
            } | null;
            /** @description The sum of the scores of the open issues. */
            score: number;
            openIssues: number;
            /** @description Checks that could not be decided; null for the past. */
            unknowns: number | null;
            /** Format: date-time */
            firstSeen: string;
            /** Format: date-time */
            lastChanged: string;
            /** @enum {string} */
            status: "active" | "unverified" | "frozen" | "deleted";
            /** @description The entry of the ignore list that covers it; no check judges it. */
            ignoredBy?: string;
            /** Format: uuid */
            accountId: string;
            /** @description Where the provider’s console shows it, for whoever is signed in there to its account. */
            consoleUrl: string | null;
            deletedAt: string | null;
            missingSince: string | null;
            predecessor: string | null;
            config: {
                [key: string]: unknown;
            };
            ephemeral: {
                [key: string]: unknown;
            };
            observedAt: string | null;
            readonly unreadable: ({
                path: string;
                class: string;
                message: string;
                permission?: string;
                /** @description Since when; of an item as it is now. */
                since?: string;
            } & {
                [key: string]: unknown;
            })[];
            readonly relations: {
                name: string;
                /** @enum {string} */
                direction: "out" | "in";
                technology: string;
                key: string;
                value: {
                    [key: string]: unknown;
                };
                /** Format: date-time */
                since: string;
                item: string | null;
                itemName: string | null;
            }[];
            readonly issues: components["schemas"]["Issue"][];
            readonly undecided: {
                check: string;
                class: string;
                path: string;
                permission: string | null;
                message: string;
                /** Format: date-time */
                since: string;
            }[];
            /** @description Checks that were answered and found nothing. */
            readonly passed: string[];
            /** @description When checks last judged it; null: none has yet. */
            auditedAt: string | null;
            coverage: components["schemas"]["Scope"] | null;
        };
        PastItem: {
            /** Format: uuid */
            id: string;
            account: string;
            technology: string;
            region: string;
            name: string;
            providerName: string;
            arn?: string;
            identity: string;
            tags: {
                [key: string]: string;
            } | null;
            /** @description The sum of the scores of the open issues. */
            score: number;
            openIssues: number;
            /** @description Checks that could not be decided; null for the past. */
            unknowns: number | null;
            /** Format: date-time */
            firstSeen: string;
            /** Format: date-time */
            lastChanged: string;
            /** @enum {string} */
            status: "active" | "unverified" | "frozen" | "deleted";
            /** @description The entry of the ignore list that covers it; no check judges it. */
            ignoredBy?: string;
            /** Format: uuid */
            revision: string;
            /** Format: date-time */
            validFrom: string;
            actor: {
                [key: string]: unknown;
            } | null;
            config: {
                [key: string]: unknown;
            };
            readonly unreadable: ({
                path: string;
                class: string;
                message: string;
                permission?: string;
                /** @description Since when; of an item as it is now. */
                since?: string;
            } & {
                [key: string]: unknown;
            })[];
            readonly relations: {
                name: string;
                /** @enum {string} */
                direction: "out" | "in";
                technology: string;
                key: string;
                value: {
                    [key: string]: unknown;
                };
                /** Format: date-time */
                since: string;
                item: string | null;
                itemName: string | null;
            }[];
        };
        Revision: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            item: string;
            /** @enum {string} */
            kind: "created" | "changed" | "deleted";
            /** Format: date-time */
            validFrom: string;
            /** Format: date-time */
            observedAt: string;
            /**
             * @description backfill: told by the history that the provider keeps, not seen by us when it was so.
             * @enum {string}
             */
            source: "scan" | "event" | "backfill";
            /** @description Null: the actor was not collected. */
            actor: {
                [key: string]: unknown;
            } | null;
            summary: string;
            /** @description What it means for who may do what. */
            readonly meaning: string[];
            changes: number;
            readonly unreadable: ({
                path: string;
                class: string;
                message: string;
                permission?: string;
                /** @description Since when; of an item as it is now. */
                since?: string;
            } & {
                [key: string]: unknown;
            })[];
            rebaselines: number;
        };
        ItemDiff: {
            before: {
                /** Format: uuid */
                revision: string;
                /** @enum {string} */
                kind: "created" | "changed" | "deleted" | "rebaseline";
                /** Format: date-time */
                validFrom: string;
                /** Format: date-time */
                observedAt: string;
                actor: {
                    [key: string]: unknown;
                } | null;
                config: {
                    [key: string]: unknown;
                };
            } | null;
            after: {
                /** Format: uuid */
                revision: string;
                /** @enum {string} */
                kind: "created" | "changed" | "deleted" | "rebaseline";
                /** Format: date-time */
                validFrom: string;
                /** Format: date-time */
                observedAt: string;
                actor: {
                    [key: string]: unknown;
                } | null;
                config: {
                    [key: string]: unknown;
                };
            };
            readonly changes: {
                /** @enum {string} */
                kind: "added" | "removed" | "changed";
                path: string;
                before?: unknown;
                after?: unknown;
            }[];
            /** @description Parts that one of both never had because they could not be read: neither config has them here. */
            readonly unknown: string[];
            /** @description What changed policies mean for who may do what. */
            readonly policies: {
                path: string;
                readonly sentences: string[];
            }[];
        };
        FailureGroup: {
            /** @description The one that is missing; null when the provider named none. */
            permission: string | null;
            class: string;
            operation: string | null;
            readonly accounts: string[];
            readonly technologies: string[];
            scopes: number;
            items: number;
            message: string;
            hint: string | null;
            since: string | null;
        };
        Dashboard: {
            /** Format: date-time */
            now: string;
            /** @description Scopes by the outcome of their last listing. */
            scopes: {
                never: number;
                complete: number;
                failed: number;
                frozen: number;
            };
            /** @description What could not be looked at and why, what concerns most first; at most 10. */
            readonly failures: components["schemas"]["FailureGroup"][];
            /** @description How many such groups there are in all. */
            failureGroups: number;
            /** @description Active accounts. */
            accounts: number;
            items: number;
            frozen: number;
            /** @description Answers of checks that could not be decided. */
            unknowns: number;
            issues: {
                /** @description Open issues by severity. */
                open: {
                    critical: number;
                    high: number;
                    medium: number;
                    low: number;
                    informational: number;
                };
                /** @description The sum of the scores of the open issues. */
                score: number;
                justified: number;
            };
            /** @description The highest scores first; at most 20. */
            readonly byAccount: {
                /** @description Open issues by severity. */
                open: {
                    critical: number;
                    high: number;
                    medium: number;
                    low: number;
                    informational: number;
                };
                /** @description The sum of the scores of the open issues. */
                score: number;
                justified: number;
                /** Format: uuid */
                id: string;
                account: string;
            }[];
            readonly byTechnology: {
                /** @description Open issues by severity. */
                open: {
                    critical: number;
                    high: number;
                    medium: number;
                    low: number;
                    informational: number;
                };
                /** @description The sum of the scores of the open issues. */
                score: number;
                justified: number;
                technology: string;
            }[];
        };
        Trend: {
            /** @description The oldest first. Scores are those of now. */
            readonly days: {
                /**
                 * Format: date-time
                 * @description The end of the day.
                 */
                at: string;
                open: {
                    critical: number;
                    high: number;
                    medium: number;
                    low: number;
                    informational: number;
                };
                score: number;
                opened: number;
                closed: number;
                /** @description Checks that are unknown now and already were then: at least so many were, since those that were decided meanwhile are not kept. */
                unknown: number;
            }[];
        };
        Change: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            item: string;
            /** @enum {string} */
            kind: "created" | "changed" | "deleted";
            /** Format: date-time */
            validFrom: string;
            /** Format: date-time */
            observedAt: string;
            /**
             * @description backfill: told by the history that the provider keeps, not seen by us when it was so.
             * @enum {string}
             */
            source: "scan" | "event" | "backfill";
            /** @description Null: the actor was not collected. */
            actor: {
                [key: string]: unknown;
            } | null;
            summary: string;
            /** @description What it means for who may do what. */
            readonly meaning: string[];
            changes: number;
            readonly unreadable: ({
                path: string;
                class: string;
                message: string;
                permission?: string;
                /** @description Since when; of an item as it is now. */
                since?: string;
            } & {
                [key: string]: unknown;
            })[];
            account: string;
            technology: string;
            region: string;
            name: string;
        };
        EndingJustification: {
            /** Format: uuid */
            id: string;
            reason: string;
            author: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            until: string;
            issue: components["schemas"]["Issue"];
        };
        Person: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            /** @enum {string} */
            role: "view" | "comment" | "justify" | "admin";
            /** @description Which accounts the person may see. */
            accounts: "all" | string[];
            active: boolean;
            hasPassword: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        ItemFacets: {
            total: number;
            /** @description The search finds more rows than are counted (20,000): every number is at least that. */
            atLeast: boolean;
            readonly facets: {
                [key: string]: {
                    value: string;
                    count: number;
                }[];
            };
            /** @description Names in the query that nothing bears, such as "No account is called pord."; on pages that follow another none. */
            readonly notes: string[];
        };
        IssueFacets: {
            total: number;
            /** @description The search finds more rows than are counted (20,000): every number is at least that. */
            atLeast: boolean;
            readonly facets: {
                [key: string]: {
                    value: string;
                    count: number;
                }[];
            };
            /** @description Names in the query that nothing bears, such as "No account is called pord."; on pages that follow another none. */
            readonly notes: string[];
        };
        QueryKey: {
            key: string;
            readonly aliases: string[];
            /** @enum {string} */
            type: "text" | "tag" | "number" | "time" | "choice" | "network" | "id";
            description: string;
            /** @description A whole term. */
            example: string;
            /** @description Every value that it takes; empty where that is open. */
            readonly choices: {
                value: string;
                meaning: string;
            }[];
        };
        Session: {
            person: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
                /** @enum {string} */
                role: "view" | "comment" | "justify" | "admin";
                /** @description Whether the person sees all accounts, or some only. */
                seesAll: boolean;
            } | null;
            /** @description To be sent as x-csrf-token with every write. */
            csrf: string | null;
            /** @description Whether everything that is shown is made up. */
            demo: boolean;
            version: string | null;
            /** @description Plugins that could not be loaded: what they bring is frozen. Empty for who is not signed in. */
            readonly failedPlugins: {
                /** @description As the configuration has it. */
                name: string;
                /** @description What is wrong, and what to do about it. */
                message: string;
            }[];
        };
        Setting: {
            key: string;
            value: unknown;
            /** @description JSON Schema of the value, with what each part is. `x-names` says of a text which of `names` it is one of, `x-options-of` of an object whose options it has, `x-empty` what an empty text means, and `x-absent` what none does. */
            schema: {
                [key: string]: unknown;
            };
            /** @description Null: it has its default. */
            updatedAt: string | null;
            updatedBy: string | null;
        };
        SettingName: {
            id: string;
            title: string;
            /** @description JSON Schema of its options; null when it has none. */
            options: {
                [key: string]: unknown;
            } | null;
        };
        /** @description What settings may name, by kind. */
        SettingNames: {
            readonly technology: components["schemas"]["SettingName"][];
            readonly check: components["schemas"]["SettingName"][];
            readonly list: components["schemas"]["SettingName"][];
            readonly alerter: components["schemas"]["SettingName"][];
        };
        /** @description What follows from a change of the settings. */
        SettingFollows: {
            /** @description Technologies that the change concerns, of those of which something is recorded. */
            readonly technologies: string[];
            /** @description So many items of theirs are judged again by the next audit. */
            items: number;
            /** @description Whether there are more items than were counted. */
            atLeast: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
