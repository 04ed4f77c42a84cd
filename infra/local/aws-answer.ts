import type { ServerResponse } from 'node:http';

/** An error as an AWS service answers it; the gateway writes it in the protocol of the request. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export function answerJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
}

export function answerJsonError(response: ServerResponse, { code, message, status }: AwsError): void {
  response
    .writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code })
    .end(JSON.stringify({ __type: code, message }));
}

/** A list is one element after the other, all of the field's name. */
export interface XmlFields {
  readonly [name: string]: string | XmlFields | readonly XmlFields[];
}

/** The AWS query protocol: `<FooResponse><FooResult>…`. */
export function answerXml(response: ServerResponse, action: string, result: XmlFields): void {
  response
    .writeHead(200, { 'content-type': 'text/xml' })
    .end(
      `<${action}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/">` +
        `<${action}Result>${fieldsXml(result)}</${action}Result>` +
        `<ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></${action}Response>`,
    );
}

export function answerXmlError(response: ServerResponse, { code, message, status }: AwsError): void {
  response
    .writeHead(status, { 'content-type': 'text/xml' })
    .end(
      '<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">' +
        `<Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>` +
        '<RequestId>local</RequestId></ErrorResponse>',
    );
}

function fieldsXml(fields: XmlFields): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (isList(value) ? value : [value]).map((one) => `<${name}>${valueXml(one)}</${name}>`))
    .join('');
}

function valueXml(value: string | XmlFields): string {
  return typeof value === 'string' ? escapeXml(value) : fieldsXml(value);
}

function isList(value: XmlFields[string]): value is readonly XmlFields[] {
  return Array.isArray(value);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
