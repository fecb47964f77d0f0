/** Answers to the calls that the emulator does not know: as AWS gives them, of an account where nothing is amiss. */

/** A whole answer with status 200. */
export type StandIn = { readonly type: string; readonly body: string };

const untouchedRoot = {
  user: '<root_account>',
  arn: 'arn:aws:iam::123456789012:root',
  user_creation_time: '2020-01-01T00:00:00+00:00',
  password_enabled: 'not_supported',
  password_last_used: 'no_information',
  password_last_changed: 'not_supported',
  password_next_rotation: 'not_supported',
  mfa_active: 'true',
  access_key_1_active: 'false',
  access_key_1_last_used_date: 'N/A',
  access_key_2_active: 'false',
  access_key_2_last_used_date: 'N/A',
};

export const standIns: Readonly<Record<string, StandIn>> = {
  // https://docs.aws.amazon.com/accounts/latest/reference/API_GetContactInformation.html
  'account:GetContactInformation': {
    type: 'application/json',
    body: JSON.stringify({
      ContactInformation: {
        FullName: 'Ada',
        AddressLine1: '1 Example Street',
        City: 'London',
        PostalCode: 'N1',
        CountryCode: 'GB',
        PhoneNumber: '+440000000000',
      },
    }),
  },
  // Without a policy the answer is empty: https://docs.aws.amazon.com/sns/latest/api/API_GetDataProtectionPolicy.html
  'sns:GetDataProtectionPolicy': queryAnswer({
    action: 'GetDataProtectionPolicy',
    namespace: 'http://sns.amazonaws.com/doc/2010-03-31/',
    result: '<DataProtectionPolicy></DataProtectionPolicy>',
  }),
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServiceSpecificCredentials.html
  'iam:ListServiceSpecificCredentials': queryAnswer({
    action: 'ListServiceSpecificCredentials',
    namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    result: '<ServiceSpecificCredentials/>',
  }),
  // The emulator's report leaves out the root user: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
  'iam:GetCredentialReport': credentialReport({}),
};

type QueryAnswer = { readonly action: string; readonly namespace: string; readonly result: string };

function queryAnswer({ action, namespace, result }: QueryAnswer): StandIn {
  const inner = `<${action}Result>${result}</${action}Result>`;
  return {
    type: 'text/xml',
    body: `<${action}Response xmlns="${namespace}">${inner}<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></${action}Response>`,
  };
}

/** A credential report of the root user alone, who has done nothing unless these columns say so. */
export function credentialReport(columns: Readonly<Record<string, string>>): StandIn {
  const root = { ...untouchedRoot, ...columns };
  const report = `${Object.keys(root).join(',')}\n${Object.values(root).join(',')}`;
  const content = Buffer.from(report).toString('base64');
  return queryAnswer({
    action: 'GetCredentialReport',
    namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    result: `<Content>${content}</Content><ReportFormat>text/csv</ReportFormat><GeneratedTime>2026-01-01T00:00:00Z</GeneratedTime>`,
  });
}
