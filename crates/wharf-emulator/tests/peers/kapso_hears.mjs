// An app with the receiver and the verifier of @kapso/whatsapp-cloud-api. A line of JSON for each thing it understood.

import { createServer } from "node:http";
import { WhatsAppClient } from "@kapso/whatsapp-cloud-api";
import { normalizeWebhook, verifySignature } from "@kapso/whatsapp-cloud-api/server";

const own = process.env;
const client = new WhatsAppClient({ accessToken: own.WHATSAPP_ACCESS_TOKEN, baseUrl: own.WHATSAPP_GRAPH_URL });
const say = (line) => console.log(JSON.stringify(line));

async function message(message, contact) {
    const { type } = message;
    const of = { id: message.id, from: message.from ?? null, name: contact.profile.name };
    // In a `button`, an `edit` and the like there is nothing of its own.
    const quotes = message.context?.id && { quotes: message.context.id };
    const line = { heard: type, ...of, ...quotes };
    const content = message[type];
    switch (type) {
        case "text":
            return { ...line, text: content.body };
        case "image": case "video": case "audio": case "document": case "sticker": {
            const bytes = await client.media.download({ mediaId: content.id, auth: "always" });
            return { ...line, caption: content.caption ?? null, mime: content.mimeType, bytes: bytes.byteLength };
        }
        case "location":
            return { ...line, latitude: content.latitude, longitude: content.longitude, "name of it": content.name };
        case "contacts":
            return { ...line, names: content.map((contact) => contact.name.formattedName) };
        case "reaction":
            return { ...line, emoji: content.emoji ?? null, to: content.messageId };
        case "order":
            return {
                ...line, catalog: content.catalogId, text: content.orderText,
                products: content.productItems.map((one) => [one.productRetailerId, one.quantity, one.itemPrice, one.currency]),
            };
        case "button":
            return { ...line, data: content.payload, title: content.text };
        case "interactive": {
            const reply = content.buttonReply ?? content.listReply;
            if (content.type === "nfm_reply") {
                const { flowToken: token, ...answer } = message.kapso.flowResponse;
                return { ...line, heard: content.type, token, answer };
            }
            const described = reply.description && { description: reply.description };
            return { ...line, heard: content.type, data: reply.id, title: reply.title, ...described };
        }
        case "edit":
            return { heard: type, of: content.originalMessageId, text: content.message.text.body };
        case "revoke":
            return { heard: type, of: content.originalMessageId };
        case "system":
            return { heard: type, old: message.from, new: content.waId };
        default:
            return line;
    }
}

const status = (status) => ({
    heard: status.errors ? "failed" : "status", status: status.status, id: status.id,
    data: status.bizOpaqueCallbackData ?? null, code: status.errors?.[0].code ?? null,
    price: status.pricing?.category ?? null,
});

async function take(body) {
    const heard = normalizeWebhook(JSON.parse(body));
    for (const [place, one] of heard.messages.entries()) say(await message(one, heard.contacts[place]));
    for (const one of heard.statuses) say(status(one));
    for (const { userPreferences } of heard.raw.userPreferences ?? []) {
        for (const one of userPreferences) say({ heard: "user_preferences", wants: one.value !== "stop" });
    }
    for (const one of heard.raw.messageTemplateStatusUpdate ?? []) {
        say({ heard: "message_template_status_update", template: one.messageTemplateName, status: one.event });
    }
}

const server = createServer(async (request, response) => {
    const query = new URL(request.url, "http://localhost").searchParams;
    if (request.method === "GET") {
        const known = query.get("hub.verify_token") === own.WHATSAPP_VERIFY_TOKEN;
        return response.writeHead(known ? 200 : 403).end(known ? query.get("hub.challenge") : undefined);
    }
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    const rawBody = Buffer.concat(pieces);
    const signatureHeader = request.headers["x-hub-signature-256"];
    if (!verifySignature({ appSecret: own.WHATSAPP_APP_SECRET, rawBody, signatureHeader })) {
        return response.writeHead(401).end();
    }
    await take(rawBody);
    response.writeHead(200).end();
});
server.listen(0, "127.0.0.1", () => say({ listens: `http://127.0.0.1:${server.address().port}/webhook` }));
