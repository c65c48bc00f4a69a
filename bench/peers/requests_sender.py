"""Sends as the guide's Python does: requests.post for each message, from as many threads."""

import json
import sys
import threading
import time

import requests

NUMBER = "100000000000001"
TEXT = "Your order 4711 has left our house and will be with you tomorrow."


def send(url, person):
    headers = {"Authorization": "Bearer wharf-dev", "Content-Type": "application/json"}
    payload = {
        "messaging_product": "whatsapp",
        "to": person,
        "type": "text",
        "text": {"body": TEXT},
    }
    response = requests.post(f"{url}/v25.0/{NUMBER}/messages", headers=headers, json=payload)
    response.raise_for_status()
    return response.json()["messages"][0]["id"]


def main():
    url, messages, at_once = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    left = iter(range(messages))
    lock = threading.Lock()
    failed = []

    def work():
        while True:
            with lock:
                message = next(left, None)
            if message is None or failed:
                return
            try:
                send(url, "15550001111")
            except Exception as error:  # told once, below
                failed.append(error)

    began, busy = time.perf_counter(), time.process_time()
    threads = [threading.Thread(target=work) for _ in range(at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        sys.exit(f"{failed[0]}")
    seconds, busy = time.perf_counter() - began, time.process_time() - busy
    print(json.dumps({"messages": messages, "seconds": seconds, "cpu_seconds": busy}))


main()
