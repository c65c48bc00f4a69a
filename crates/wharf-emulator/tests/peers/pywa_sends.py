"""What pywa can ask of the platform, once each, with one line changed. A line of JSON for each call.

A send's line names what ought to stand on the phone; any other's gives what pywa made of the answer."""

import json
import os

from pywa import WhatsApp, errors, types
from pywa.types import templates

OWN = os.environ
TO = OWN["RECIPIENT_NUMBER"]
WRITTEN = OWN["WRITTEN_MESSAGE_ID"]
IMAGE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)

wa = WhatsApp(
    phone_id=OWN["WHATSAPP_PHONE_NUMBER_ID"],
    token=OWN["WHATSAPP_ACCESS_TOKEN"],
    waba_id=OWN["WHATSAPP_BUSINESS_ACCOUNT_ID"],
    app_id=OWN["WHATSAPP_APP_ID"],
    app_secret=OWN["WHATSAPP_APP_SECRET"],
)
wa.api._session.base_url = f"{OWN['WHATSAPP_GRAPH_URL']}/v25.0"  # the line


def say(**line):
    print(json.dumps(line), flush=True)


def sends(kind, sent):
    say(sends=kind, id=sent.id)


def asks(call, answer):
    say(asks=call, answer=answer)


def messages():
    sends("text", wa.send_message(TO, "Grüße 😀 / \"quoted\"", tracker="callback data"))
    sends("text", wa.send_message(TO, "https://example.com", preview_url=True, reply_to_message_id=WRITTEN))
    sends("text", wa.send_message(OWN["RECIPIENT_USER_ID"], "known by another name"))
    sends("location", wa.send_location(TO, 52.5, 13.4, name="Here", address="Street 1"))
    sends("contacts", wa.send_contact(TO, types.Contact(
        name=types.Contact.Name(formatted_name="John Doe", first_name="John"),
        phones=[types.Contact.Phone(phone="1234567890", type="WORK", wa_id="1234567890")],
        emails=[types.Contact.Email(email="john@example.com", type="HOME")],
    )))
    sends("reaction", wa.send_reaction(TO, "👍", WRITTEN))
    sends("reaction", wa.remove_reaction(TO, WRITTEN))
    sends("template", wa.send_template(
        TO, name="hello_world", language=types.templates.TemplateLanguage.ENGLISH_US, params=[]))
    sends("template", wa.send_template(
        TO,
        name="order_update",
        language=types.templates.TemplateLanguage.ENGLISH_US,
        params=[
            templates.BodyText.params("Ada", "1815"),
            templates.QuickReplyButton.params(callback_data="thanks", index=0),
        ],
    ))


def files():
    sends("image", wa.send_image(TO, "https://example.com/image.png", caption="Look!"))
    sends("video", wa.send_video(TO, "https://example.com/video.mp4"))
    sends("audio", wa.send_audio(TO, "https://example.com/audio.mp3"))
    sends("document", wa.send_document(TO, "https://example.com/a.pdf", filename="a.pdf", caption="Read"))
    sends("sticker", wa.send_sticker(TO, "https://example.com/sticker.webp"))
    # pywa uploads it first.
    sends("image", wa.send_image(TO, IMAGE, mime_type="image/png"))
    sends("audio", wa.send_voice(TO, b"OggS\0\2" + bytes(22) + b"OpusHead", mime_type="audio/ogg; codecs=opus"))
    file = wa.upload_media(IMAGE, mime_type="image/png", filename="dot.png")
    sends("image", wa.send_image(TO, file.id))
    known = wa.get_media_url(file.id)
    asks("get_media_url", [known.mime_type, known.file_size])
    asks("get_media_bytes", wa.get_media_bytes(known.url) == IMAGE)
    asks("delete_media", bool(wa.delete_media(file.id)))
    try:
        wa.get_media_url(file.id)
    except errors.WhatsAppError as error:
        asks("get_media_url of nothing", error.code)


def interactive():
    buttons = [types.Button("Yes", "yes"), types.Button("No", "no")]
    sends("button", wa.send_message(TO, "Yes or no?", header="Well", footer="Choose", buttons=buttons))
    sends("button", wa.send_image(TO, "https://example.com/image.png", caption="This?", buttons=buttons))
    rows = [types.SectionRow("Tea", "tea", "green"), types.SectionRow("Milk", "milk")]
    sends("list", wa.send_message(TO, "Menu", buttons=types.SectionList("See", [types.Section("Drinks", rows)])))
    sends("cta_url", wa.send_message(TO, "Read on", buttons=types.URLButton("Open", "https://example.com")))
    sends("flow", wa.send_message(TO, "Sign up", buttons=types.FlowButton(
        "Begin", flow_id=OWN["FLOW_ID"], flow_token="token", flow_action_type="navigate", flow_action_screen="FIRST",
        mode="draft")))
    sends("voice_call", wa.send_message(TO, "Call us", buttons=types.VoiceCallButton("Call", ttl_minutes=60)))
    sends("call_permission_request", wa.send_message(
        TO, "May we call?", buttons=types.CallPermissionRequestButton()))
    sends("location_request_message", wa.request_location(TO, "Where are you?"))
    sends("request_contact_info", wa.request_contact_info(TO, "Who are you?"))
    sends("catalog_message", wa.send_catalog(TO, "All we have", thumbnail_product_sku="tea"))
    sends("product", wa.send_product(TO, catalog_id="1", sku="tea", body="This one"))
    sends("product_list", wa.send_products(
        TO, catalog_id="1", title="Two", body="These", product_sections=[types.ProductsSection("A", ["tea", "milk"])]))
    sends("carousel", wa.send_carousel(TO, body="Look", cards=[
        types.ImageCarouselCard(
            image="https://example.com/image.png", body=f"Card {n}",
            buttons=types.URLButton("Open", "https://example.com"))
        for n in range(2)]))


def receipts():
    asks("mark_message_as_read", bool(wa.mark_message_as_read(WRITTEN)))
    asks("indicate_typing", bool(wa.indicate_typing(WRITTEN)))


def number():
    asks("get_business_phone_number", wa.get_business_phone_number().verified_name)
    asks("get_business_phone_numbers", len(list(wa.get_business_phone_numbers())))
    asks("register_phone_number", bool(wa.register_phone_number(OWN["PIN"])))
    asks("update_business_profile", bool(wa.update_business_profile(
        about="Hi", email="shop@example.com", websites=["https://example.com"], industry=types.Industry.RETAIL)))
    profile = wa.get_business_profile()
    asks("get_business_profile", [profile.about, profile.email, list(profile.websites)])
    asks("update_commerce_settings", bool(wa.update_commerce_settings(is_cart_enabled=False, is_catalog_visible=True)))
    settings = wa.get_commerce_settings()
    asks("get_commerce_settings", [settings.is_cart_enabled, settings.is_catalog_visible])
    asks("update_conversational_automation", bool(wa.update_conversational_automation(
        ice_breakers=["Hours?"], commands=[types.Command("hours", "When we are open")])))
    code = wa.create_qr_code("Hi there", image_type=types.QRCodeImageType.SVG)
    asks("create_qr_code", [code.prefilled_message, code.deep_link_url.startswith("https://wa.me/message/")])
    asks("update_qr_code", wa.update_qr_code(code.code, "Hello").prefilled_message)
    asks("get_qr_code", wa.get_qr_code(code.code).prefilled_message)
    asks("get_qr_codes", [one.prefilled_message for one in wa.get_qr_codes()])
    asks("delete_qr_code", bool(wa.delete_qr_code(code.code)))
    asks("block_users", [user.input for user in wa.block_users([TO]).added_users])
    try:
        asks("get_blocked_users", len(list(wa.get_blocked_users())))
    except KeyError as missing:
        # pywa wants `input` of everybody on the list, which its own example of the answer has not either.
        asks("get_blocked_users", f"no {missing}")
    asks("unblock_users", [user.input for user in wa.unblock_users([TO]).removed_users])
    asks("set_username", bool(wa.set_username("wharf.shop")))
    asks("get_current_username", wa.get_current_username().username)
    asks("delete_username", bool(wa.delete_username()))
    settings = wa.update_business_phone_number_settings(
        user_identity_change=types.UserIdentityChangeSettings(enable_identity_key_check=True))
    asks("update_business_phone_number_settings", bool(settings))
    asks("get_business_account", wa.get_business_account().id)


def made_templates():
    made = wa.create_template(templates.Template(
        name="made_by_pywa",
        language=templates.TemplateLanguage.ENGLISH_US,
        category=templates.TemplateCategory.UTILITY,
        parameter_format=templates.ParamFormat.NAMED,
        components=[
            templates.HeaderText("Order"),
            templates.BodyText("Hi {{name}}, it is {{what}}.", name="Ada", what="here"),
            templates.FooterText(text="Bye"),
            templates.Buttons(buttons=[templates.QuickReplyButton(text="Thanks"), templates.URLButton(text="Open", url="https://example.com")]),
        ],
    ))
    asks("create_template", [made.status, made.category])
    asks("get_template", wa.get_template(made.id).name)
    asks("get_templates", sorted(one.name for one in wa.get_templates()))
    # One that is pending cannot be edited; this one is approved.
    known = next(one for one in wa.get_templates() if one.name == "order_update")
    asks("update_template", bool(wa.update_template(known.id, new_components=[templates.BodyText("Hi.")])))
    asks("delete_template", bool(wa.delete_template("made_by_pywa")))


def refusals():
    for call, ask in {
        "too long": lambda: wa.send_message(TO, "x" * 4097),
        "no such template": lambda: wa.send_template(
            TO, name="none", language=templates.TemplateLanguage.ENGLISH_US, params=[]),
        "wrong pin": lambda: wa.register_phone_number("000000"),
    }.items():
        try:
            ask()
        except errors.WhatsAppError as error:
            asks(call, [type(error).__name__, error.code])


for part in (messages, files, interactive, receipts, number, made_templates, refusals):
    part()
