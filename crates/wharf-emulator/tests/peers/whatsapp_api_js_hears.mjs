// An app with the receiver and the verifier of whatsapp-api-js. A line of JSON for each thing it understood.

import { createServer } from "node:http";
import { WhatsAppAPI } from "whatsapp-api-js/middleware/node-http";

const own = process.env;
const client = new WhatsAppAPI({
    token: own.WHATSAPP_ACCESS_TOKEN, appSecret: own.WHATSAPP_APP_SECRET, v: "v25.0",
    webhookVerifyToken: own.WHATSAPP_VERIFY_TOKEN,
    ponyfill: { fetch: (url, init) => fetch(String(url).replace("https://graph.facebook.com", own.WHATSAPP_GRAPH_URL), init) },
});
const say = (line) => console.log(JSON.stringify(line));

client.on.message = async ({ recipient, contact, message }) => {
    const { type } = message;
    const of = { id: message.id, from: recipient.phone ?? null, name: contact.profile.name };
    const quotes = message.context?.id && { quotes: message.context.id };
    const line = { heard: type, ...of, ...quotes };
    const content = message[type];
    switch (type) {
        case "text":
            return say({ ...line, text: content.body });
        case "image": case "video": case "audio": case "document": case "sticker": {
            const { url } = await client.retrieveMedia(content.id);
            const bytes = await (await client.fetchMedia(url)).arrayBuffer();
            return say({ ...line, caption: content.caption ?? null, mime: content.mime_type, bytes: bytes.byteLength });
        }
        case "location":
            return say({ ...line, latitude: content.latitude, longitude: content.longitude, "name of it": content.name });
        case "contacts":
            return say({ ...line, names: content.map((contact) => contact.name.formatted_name) });
        case "reaction":
            return say({ ...line, emoji: content.emoji ?? null, to: content.message_id });
        case "order": {
            const products = content.product_items;
            return say({
                ...line, catalog: content.catalog_id, text: content.text,
                products: products.map((one) => [one.product_retailer_id, one.quantity, one.item_price, one.currency]),
            });
        }
        case "button":
            return say({ ...line, data: content.payload, title: content.text });
        case "interactive": {
            const reply = content[content.type];
            if (content.type === "nfm_reply") {
                const { flow_token: token, ...answer } = JSON.parse(reply.response_json);
                return say({ ...line, heard: content.type, token, answer });
            }
            const described = reply.description && { description: reply.description };
            return say({ ...line, heard: content.type, data: reply.id, title: reply.title, ...described });
        }
        case "edit":
            return say({ heard: type, of: content.original_message_id, text: content.message.text.body });
        case "revoke":
            return say({ heard: type, of: content.original_message_id });
        case "system":
            return say({ heard: type, old: recipient.phone, new: content.wa_id });
        default:
            return say(line);
    }
};

client.on.status = ({ status, id, biz_opaque_callback_data: data, error, pricing }) => {
    const heard = error ? "failed" : "status";
    say({ heard, status, id, data: data ?? null, code: error?.code ?? null, price: pricing?.category ?? null });
};

const server = createServer(async (request, response) => {
    if (request.method === "POST") return response.writeHead(await client.handle_post(request)).end();
    try {
        response.end(client.handle_get(request));
    } catch (status) {
        response.writeHead(status).end();
    }
});
server.listen(0, "127.0.0.1", () => say({ listens: `http://127.0.0.1:${server.address().port}/webhook` }));
