"""An app with pywa's receiver and verifier. A line of JSON for each thing that pywa understood.

It registers its own webhook through the app, as pywa does when it is told its public address."""

import json
import os
import socket
import sys
import threading

import uvicorn
from fastapi import FastAPI
from pywa import WhatsApp, types

OWN = os.environ
app = FastAPI()
wa = WhatsApp(
    phone_id=OWN["WHATSAPP_PHONE_NUMBER_ID"],
    token=OWN["WHATSAPP_ACCESS_TOKEN"],
    waba_id=OWN["WHATSAPP_BUSINESS_ACCOUNT_ID"],
    app_id=OWN["WHATSAPP_APP_ID"],
    app_secret=OWN["WHATSAPP_APP_SECRET"],
    server=app,
    webhook_endpoint="/webhook",
    verify_token=OWN["WHATSAPP_VERIFY_TOKEN"],
)
wa.api._session.base_url = f"{OWN['WHATSAPP_GRAPH_URL']}/v25.0"


def say(**line):
    # Handlers run beside each other: a line is one write.
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def of(message):
    quoted = message.reply_to_message and message.reply_to_message.id
    return {"id": message.id, "from": message.from_user.wa_id, "name": message.from_user.name} | (
        {"quotes": quoted} if quoted else {})


@wa.on_message
def message(_, message):
    kind = str(message.type.value)
    line = {"heard": kind} | of(message)
    if kind == "text":
        line["text"] = message.text
    elif message.has_media:
        line |= {
            "caption": message.caption,
            "mime": message.media.mime_type,
            "bytes": len(message.media.get_bytes()),
        }
    elif kind == "location":
        place = message.location
        line |= {"latitude": place.latitude, "longitude": place.longitude, "name of it": place.name}
    elif kind == "contacts":
        line["names"] = [contact.name.formatted_name for contact in message.contacts]
    elif kind == "reaction":
        line |= {"emoji": message.reaction.emoji or None, "to": message.reaction.message_id}
    elif kind == "order":
        line |= {
            "catalog": message.order.catalog_id,
            "text": message.order.text,
            "products": [[one.sku, one.quantity, one.price, one.currency] for one in message.order.products],
        }
    say(**line)


@wa.on_callback_button
def tap(_, tap):
    say(heard="button" if tap.type == types.MessageType.BUTTON else "button_reply",
        **of(tap), data=tap.data, title=tap.title)


@wa.on_callback_selection
def pick(_, pick):
    say(heard="list_reply", **of(pick), data=pick.data, title=pick.title, description=pick.description)


@wa.on_flow_completion
def flow(_, flow):
    say(heard="nfm_reply", **of(flow), token=flow.token, answer=flow.response)


@wa.on_edited_message
def edit(_, edit):
    say(heard="edit", of=edit.original_message_id, text=edit.message.text)


@wa.on_deleted_message
def revoke(_, revoke):
    say(heard="revoke", of=revoke.original_message_id)


@wa.on_phone_number_change
def system(_, change):
    say(heard="system", old=change.old_wa_id, new=change.new_wa_id)


@wa.on_message_status
def status(_, status):
    say(heard="failed" if status.error else "status", status=str(status.status.value), id=status.id, data=status.tracker,
        code=status.error and status.error.code,
        price=status.pricing and str(status.pricing.category.value))


@wa.on_user_marketing_preferences
def preference(_, preference):
    say(heard="user_preferences", wants=bool(preference))


@wa.on_template_status_update
def template(_, update):
    say(heard="message_template_status_update", template=update.template_name, status=str(update.new_status.value))


# Connections wait in the socket until the server takes them.
ears = socket.create_server(("127.0.0.1", 0))
url = f"http://127.0.0.1:{ears.getsockname()[1]}/webhook"


def register():
    token = wa.get_app_access_token(app_id=OWN["WHATSAPP_APP_ID"], app_secret=OWN["WHATSAPP_APP_SECRET"])
    done = wa.set_app_callback_url(
        app_id=OWN["WHATSAPP_APP_ID"],
        app_access_token=token,
        callback_url=url,
        verify_token=OWN["WHATSAPP_VERIFY_TOKEN"],
        fields=["messages", "message_template_status_update", "user_preferences"],
    )
    say(listens=url, registered=bool(done))


threading.Thread(target=register).start()
uvicorn.Server(uvicorn.Config(app, log_config=None)).run(sockets=[ears])
