// What @kapso/whatsapp-cloud-api can ask of the platform, once each, with another base URL. A line of JSON for each call.

import { GraphApiError, WhatsAppClient, buildTemplateSendPayload } from "@kapso/whatsapp-cloud-api";

const own = process.env;
const client = new WhatsAppClient({ accessToken: own.WHATSAPP_ACCESS_TOKEN, baseUrl: own.WHATSAPP_GRAPH_URL });
const phoneNumberId = own.WHATSAPP_PHONE_NUMBER_ID;
const businessAccountId = own.WHATSAPP_BUSINESS_ACCOUNT_ID;
const to = own.RECIPIENT_NUMBER;
const written = own.WRITTEN_MESSAGE_ID;
const image = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 1, 2, 3]);

const say = (line) => console.log(JSON.stringify(line));
const asks = (call, answer) => say({ asks: call, answer });
const sends = async (kind, call, input) => {
    const sent = await client.messages[call]({ phoneNumberId, to, ...input });
    say({ sends: kind, id: sent.messages[0].id });
};

async function messages() {
    await sends("text", "sendText", { body: "Grüße 😀 / \"quoted\"", bizOpaqueCallbackData: "callback data" });
    await sends("text", "sendText", { body: "https://example.com", previewUrl: true, contextMessageId: written });
    await sends("text", "sendText", { to: undefined, recipient: own.RECIPIENT_USER_ID, body: "known by another name" });
    await sends("text", "sendRaw", {
        payload: { messaging_product: "whatsapp", to, type: "text", text: { body: "raw" } },
    });
    await sends("location", "sendLocation", {
        location: { latitude: 52.5, longitude: 13.4, name: "Here", address: "Street 1" },
    });
    await sends("contacts", "sendContacts", {
        contacts: [{ name: { formattedName: "John Doe", firstName: "John" }, phones: [{ phone: "1234567890", type: "WORK" }] }],
    });
    await sends("reaction", "sendReaction", { reaction: { messageId: written, emoji: "👍" } });
    await sends("reaction", "sendReaction", { reaction: { messageId: written, emoji: "" } });
    await sends("template", "sendTemplate", { template: { name: "hello_world", language: { code: "en_US" } } });
    await sends("template", "sendTemplate", {
        template: buildTemplateSendPayload({
            name: "order_update",
            language: "en_US",
            body: [{ type: "text", text: "Ada" }, { type: "text", text: "1815" }],
            buttons: [{ type: "button", subType: "quick_reply", index: 0, parameters: [{ type: "payload", payload: "thx" }] }],
        }),
    });
}

async function files() {
    await sends("image", "sendImage", { image: { link: "https://example.com/image.png", caption: "Look!" } });
    await sends("video", "sendVideo", { video: { link: "https://example.com/video.mp4", caption: "Clip" } });
    await sends("audio", "sendAudio", { audio: { link: "https://example.com/audio.mp3", voice: false } });
    await sends("document", "sendDocument", { document: { link: "https://example.com/a.pdf", filename: "a.pdf" } });
    await sends("sticker", "sendSticker", { sticker: { link: "https://example.com/sticker.webp" } });
    const file = new Blob([image], { type: "image/png" });
    const { id } = await client.media.upload({ phoneNumberId, type: "image", file, fileName: "dot.png" });
    await sends("image", "sendImage", { image: { id } });
    const known = await client.media.get({ mediaId: id, phoneNumberId });
    asks("media.get", [known.mimeType, Number(known.fileSize)]);
    // Without the token, which the platform wants, unless it is told to.
    const bare = await client.media.download({ mediaId: id, as: "response" });
    asks("media.download", bare.status);
    const bytes = await client.media.download({ mediaId: id, auth: "always" });
    asks("media.download with the token", Buffer.from(bytes).equals(Buffer.from(image)));
    asks("media.delete", (await client.media.delete({ mediaId: id, phoneNumberId })).success);
}

async function interactive() {
    const bodyText = "Well?";
    await sends("button", "sendInteractiveButtons", {
        bodyText, footerText: "Choose", header: { type: "image", image: { link: "https://example.com/image.png" } },
        buttons: [{ id: "yes", title: "Yes" }, { id: "no", title: "No" }],
    });
    await sends("list", "sendInteractiveList", {
        bodyText, buttonText: "See", sections: [{ title: "Drinks", rows: [{ id: "tea", title: "Tea", description: "green" }] }],
    });
    await sends("cta_url", "sendInteractiveCtaUrl", {
        bodyText, parameters: { displayText: "Open", url: "https://example.com" },
    });
    await sends("flow", "sendInteractiveFlow", {
        bodyText,
        parameters: {
            flowId: own.FLOW_ID, flowCta: "Begin", flowToken: "token", mode: "draft", flowAction: "navigate",
            flowActionPayload: { screen: "FIRST" },
        },
    });
    await sends("location_request_message", "sendInteractiveLocationRequest", {
        bodyText, parameters: { requestMessage: "Where are you?" },
    });
    await sends("address_message", "sendInteractiveAddress", { bodyText, parameters: { country: "IN" } });
    await sends("call_permission_request", "sendInteractiveCallPermission", {
        bodyText, parameters: { phoneNumber: "15550001111", callPurpose: "Order" },
    });
    await sends("product", "sendInteractiveProduct", { bodyText, catalogId: "1", productRetailerId: "tea" });
    await sends("product_list", "sendInteractiveProductList", {
        bodyText, header: { type: "text", text: "Two" }, catalogId: "1",
        sections: [{ title: "A", productItems: [{ productRetailerId: "tea" }, { productRetailerId: "milk" }] }],
    });
    await sends("catalog_message", "sendInteractiveCatalogMessage", {
        bodyText, parameters: { thumbnailProductRetailerId: "tea" },
    });
    await sends("carousel", "sendInteractiveCarousel", {
        bodyText,
        cards: [0, 1].map((cardIndex) => ({
            cardIndex, bodyText: `Card ${cardIndex}`,
            header: { type: "image", image: { link: "https://example.com/image.png" } },
            action: { displayText: "Open", url: "https://example.com" },
        })),
    });
}

async function receipts() {
    const read = { phoneNumberId, messageId: written };
    asks("markRead", (await client.messages.markRead(read)).success);
    asks("markRead typing", (await client.messages.markRead({ ...read, typingIndicator: { type: "text" } })).success);
}

async function number() {
    const { phoneNumbers } = client;
    asks("register", (await phoneNumbers.register({ phoneNumberId, pin: own.PIN })).success);
    asks("businessProfile.update", (await phoneNumbers.businessProfile.update({
        phoneNumberId, about: "Hi", email: "shop@example.com", websites: ["https://example.com"],
    })).success);
    const profile = await phoneNumbers.businessProfile.get({ phoneNumberId, fields: "about,email,websites" });
    asks("businessProfile.get", [profile.data[0].about, profile.data[0].email, profile.data[0].websites]);
    asks("settings.get", typeof (await phoneNumbers.settings.get({ phoneNumberId })));
}

async function templates() {
    const made = await client.templates.create({
        businessAccountId, name: "made_by_kapso", language: "en_US", category: "UTILITY", parameterFormat: "NAMED",
        components: [{
            type: "BODY", text: "Hi {{customer_name}}.",
            example: { bodyTextNamedParams: [{ paramName: "customer_name", example: "Ada" }] },
        }],
    });
    asks("templates.create", [made.status, made.category]);
    const all = await client.templates.list({ businessAccountId, limit: 10 });
    asks("templates.list", all.data.map((one) => one.name).sort());
    asks("templates.delete", (await client.templates.delete({ businessAccountId, name: "made_by_kapso" })).success);
}

async function refused(call, ask) {
    try {
        await ask();
        asks(call, "not refused");
    } catch (error) {
        asks(call, error instanceof GraphApiError ? [error.code, error.category, error.retry.action] : String(error));
    }
}

async function refusals() {
    await refused("too long", () => client.messages.sendText({ phoneNumberId, to, body: "x".repeat(4097) }));
    await refused("no such template", () =>
        client.messages.sendTemplate({ phoneNumberId, to, template: { name: "none", language: { code: "en_US" } } }));
    await refused("wrong pin", () => client.phoneNumbers.register({ phoneNumberId, pin: "000000" }));
    // It looks for a template below its account, where the platform has none.
    await refused("templates.get", () => client.templates.get({ businessAccountId, templateId: "300000000000001" }));
}

for (const part of [messages, files, interactive, receipts, number, templates, refusals]) await part();
