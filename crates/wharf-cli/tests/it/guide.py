"""The calls of the seed guide, as it writes them; only the host is another."""

import json
import sys

GRAPH = sys.argv[1]

import os
from dotenv import load_dotenv

load_dotenv()

headers = {
     "Authorization": f"Bearer {os.getenv('WHATSAPP_ACCESS_TOKEN')}",
     "Content-Type": "application/json"
}

import requests

def send_text_message():
     url = f"{GRAPH}/v16.0/{os.getenv('WHATSAPP_PHONE_NUMBER_ID')}/messages"
     payload = {
          "messaging_product": "whatsapp",
          "to": os.getenv("RECIPIENT_NUMBER"),
          "type": "text",
          "text": {
                "body": "Hello, this is a test message!"
          }
     }
     response = requests.post(url, headers=headers, json=payload)
     return response.json()


def send_image_message():
     url = f"{GRAPH}/v16.0/{os.getenv('WHATSAPP_PHONE_NUMBER_ID')}/messages"
     payload = {
          "messaging_product": "whatsapp",
          "to": os.getenv("RECIPIENT_NUMBER"),
          "type": "image",
          "image": {
                "link": "https://example.com/image.png",
                "caption": "Check out this image!"
          }
     }
     response = requests.post(url, headers=headers, json=payload)
     return response.json()


def send_interactive_message():
     url = f"{GRAPH}/v16.0/{os.getenv('WHATSAPP_PHONE_NUMBER_ID')}/messages"
     payload = {
          "messaging_product": "whatsapp",
          "to": os.getenv("RECIPIENT_NUMBER"),
          "type": "interactive",
          "interactive": {
                "type": "button",
                "body": {
                     "text": "Choose an option:"
                },
                "action": {
                     "buttons": [
                          {
                                "type": "reply",
                                "reply": {
                                     "id": "option1",
                                     "title": "Option 1"
                                }
                          },
                          {
                                "type": "reply",
                                "reply": {
                                     "id": "option2",
                                     "title": "Option 2"
                                }
                          }
                     ]
                }
          }
     }
     response = requests.post(url, headers=headers, json=payload)
     return response.json()


def send_template_message():
     url = f"{GRAPH}/v16.0/{os.getenv('WHATSAPP_PHONE_NUMBER_ID')}/messages"
     payload = {
          "messaging_product": "whatsapp",
          "to": os.getenv("RECIPIENT_NUMBER"),
          "type": "template",
          "template": {
                "name": "hello_world",
                "language": {
                     "code": "en_US"
                }
          }
     }
     response = requests.post(url, headers=headers, json=payload)
     return response.json()


def send_contact():
     url = f"{GRAPH}/v16.0/{os.getenv('WHATSAPP_PHONE_NUMBER_ID')}/messages"
     payload = {
          "messaging_product": "whatsapp",
          "to": os.getenv("RECIPIENT_NUMBER"),
          "type": "contacts",
          "contacts": [
                {
                     "name": {
                          "formatted_name": "John Doe"
                     },
                     "phones": [
                          {
                                "phone": "1234567890",
                                "type": "WORK"
                          }
                     ]
                }
          ]
     }
     response = requests.post(url, headers=headers, json=payload)
     return response.json()


def set_verification_pin():
     url = f"{GRAPH}/v16.0/{os.getenv('WHATSAPP_PHONE_NUMBER_ID')}/account/set_pin"
     payload = {
          "pin": "123456"
     }
     response = requests.post(url, headers=headers, json=payload)
     return response.json()


def send_message_with_error_handling():
     url = f"{GRAPH}/v16.0/{os.getenv('WHATSAPP_PHONE_NUMBER_ID')}/messages"
     payload = {
          "messaging_product": "whatsapp",
          "to": os.getenv("RECIPIENT_NUMBER"),
          "type": "text",
          "text": {
                "body": "Hello, world!"
          }
     }
     try:
          response = requests.post(url, headers=headers, json=payload)
          response.raise_for_status()
          return response.json()
     except requests.exceptions.HTTPError as error:
          return {"error": error.response.json()}

for call in (send_text_message, send_image_message, send_interactive_message, send_template_message, send_contact, set_verification_pin, send_message_with_error_handling):
     print(json.dumps({"call": call.__name__, "answer": call()}))
