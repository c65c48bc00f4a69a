// What whatsapp-api-js can ask of the platform, once each; the calls it makes go to another host. A line of JSON for
// each call.

import { WhatsAppAPI } from "whatsapp-api-js";
import * as m from "whatsapp-api-js/messages";

const own = process.env;
const client = new WhatsAppAPI({
    token: own.WHATSAPP_ACCESS_TOKEN, appSecret: own.WHATSAPP_APP_SECRET, v: "v25.0",
    ponyfill: { fetch: (url, init) => fetch(String(url).replace("https://graph.facebook.com", own.WHATSAPP_GRAPH_URL), init) },
});
const number = own.WHATSAPP_PHONE_NUMBER_ID;
const to = { phone: own.RECIPIENT_NUMBER };
const written = own.WRITTEN_MESSAGE_ID;
const image = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 1, 2, 3]);
const link = "https://example.com/image.png";

const say = (line) => console.log(JSON.stringify(line));
const asks = (call, answer) => say({ asks: call, answer });
const sends = async (kind, message, quoted, data, whom = to) => {
    const answer = await client.sendMessage(number, whom, message, quoted, data);
    if (answer.error) throw new Error(`${kind}: ${JSON.stringify(answer.error)}`);
    say({ sends: kind, id: answer.messages[0].id });
};

async function messages() {
    await sends("text", new m.Text("Grüße 😀 / \"quoted\""), undefined, "callback data");
    await sends("text", new m.Text("https://example.com", true), written);
    await sends("text", new m.Text("known by another name"), undefined, undefined, { bsuid: own.RECIPIENT_USER_ID });
    await sends("location", new m.Location(13.4, 52.5, "Here", "Street 1"));
    // It writes the cards as text within the JSON, as the platform takes them.
    await sends("contacts", new m.Contacts([
        new m.Name("John Doe", "John"), new m.Phone("1234567890", "WORK"), new m.Email("john@example.com", "HOME"),
        new m.Birthday("2000", "12", "31"), new m.Organization("Wharf", "Coffee", "Barista"), new m.Url("https://example.com", "WORK"),
    ]));
    await sends("reaction", new m.Reaction(written, "👍"));
    await sends("reaction", new m.Reaction(written));
    await sends("template", new m.Template("hello_world", new m.Language("en_US")));
    await sends("template", new m.Template(
        "order_update", "en_US",
        new m.BodyComponent(new m.BodyParameter("Ada"), new m.BodyParameter("1815")), new m.PayloadComponent("thx"),
    ));
}

async function files() {
    await sends("image", new m.Image(link, false, "Look!"));
    await sends("video", new m.Video("https://example.com/video.mp4"));
    await sends("audio", new m.Audio("https://example.com/audio.mp3"));
    await sends("document", new m.Document("https://example.com/a.pdf", false, "Read", "a.pdf"));
    await sends("sticker", new m.Sticker("https://example.com/sticker.webp"));
    const form = new FormData();
    form.set("file", new Blob([image], { type: "image/png" }), "dot.png");
    // It names the product in the query, and no type.
    const { id } = await client.uploadMedia(number, form);
    await sends("image", new m.Image(id, true));
    const known = await client.retrieveMedia(id, number);
    asks("retrieveMedia", [known.mime_type, Number(known.file_size)]);
    const bytes = Buffer.from(await (await client.fetchMedia(known.url)).arrayBuffer());
    asks("fetchMedia", bytes.equals(Buffer.from(image)));
    asks("deleteMedia", (await client.deleteMedia(id, number)).success);
    asks("retrieveMedia of nothing", (await client.retrieveMedia(id)).error.code);
}

async function interactive() {
    const body = new m.Body("Well?");
    const says = (action, header, footer) => new m.Interactive(action, body, header, footer);
    await sends("button", says(
        new m.ActionButtons(new m.Button("yes", "Yes"), new m.Button("no", "No")),
        new m.Header(new m.Image(link)), new m.Footer("Choose"),
    ));
    await sends("list", says(new m.ActionList("See", new m.ListSection("Drinks", new m.Row("tea", "Tea", "green")))));
    await sends("cta_url", says(new m.ActionCTA("Open", "https://example.com"), new m.Header("Read on")));
    await sends("flow", says(new m.ActionNavigateFlow("token", own.FLOW_ID, "Begin", "FIRST", undefined, "draft")));
    await sends("location_request_message", says(new m.ActionLocation()));
    await sends("call_permission_request", says(new m.ActionCallPermission()));
    await sends("request_contact_info", says(new m.ActionContactRequest()));
    const tea = new m.Product("tea");
    await sends("product", says(new m.ActionProduct(new m.CatalogProduct("tea", "1"))));
    await sends("product_list", says(
        new m.ActionProductList("1", new m.ProductSection("A", tea, new m.Product("milk"))), new m.Header("Two"),
    ));
    await sends("catalog_message", says(new m.ActionCatalog(tea)));
}

async function others() {
    asks("markAsRead", (await client.markAsRead(number, written)).success);
    asks("markAsRead typing", (await client.markAsRead(number, written, "text")).success);
    // It calls this edge without a version.
    const blocked = await client.blockUser(number, to);
    asks("blockUser", blocked.block_users.added_users.map((user) => user.input));
    asks("unblockUser", (await client.unblockUser(number, to)).block_users.removed_users.length);
    const made = await client.createQR(number, "Hi there", "svg");
    asks("createQR", made.prefilled_message);
    asks("updateQR", (await client.updateQR(number, made.code, "Hello")).prefilled_message);
    asks("retrieveQR", (await client.retrieveQR(number, made.code)).data[0].prefilled_message);
    asks("retrieveQR of all", (await client.retrieveQR(number)).data.length);
    asks("deleteQR", (await client.deleteQR(number, made.code)).success);
    const none = await client.sendMessage(number, to, new m.Template("none", "en_US"));
    asks("no such template", none.error.code);
}

for (const part of [messages, files, interactive, others]) await part();
