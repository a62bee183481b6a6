import { X } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button as AriaButton,
  Dialog as AriaDialog,
  DialogTrigger,
  Heading,
  Modal,
  ModalOverlay,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import { type ButtonLook, buttonClasses } from "./button";

interface DialogProps {
  /** Words of the button that opens it. */
  opener: ReactNode;
  look?: ButtonLook;
  title: ReactNode;
  /** The content; `close` ends the dialog. */
  children: (close: () => void) => ReactNode;
}

/**
 * A question that must be answered before going on. It needs scripts, so whatever it offers also has a page of its own.
 * Focus is kept inside and returns to the trigger; Escape closes.
 */
export function Dialog({ opener, look = "quiet", title, children }: DialogProps) {
  const { t } = useTranslation();
  return (
    <DialogTrigger>
      <AriaButton className={buttonClasses(look)}>{opener}</AriaButton>
      <ModalOverlay
        isDismissable
        className="fixed inset-0 z-20 flex items-end justify-center bg-ink/50 sm:items-center sm:p-6"
      >
        <Modal className="max-h-[92dvh] w-full overflow-y-auto rounded-t-md bg-surface text-ink shadow-float sm:max-w-xl sm:rounded-md">
          <AriaDialog className="p-6 outline-none">
            {({ close }) => (
              <>
                <div className="mb-4 flex items-start justify-between gap-4">
                  <Heading slot="title" className="text-title-2">
                    {title}
                  </Heading>
                  <button
                    type="button"
                    onClick={close}
                    aria-label={t("dialog.close")}
                    className="-me-2 -mt-1 grid size-11 shrink-0 place-items-center rounded-md hover:bg-sunken"
                  >
                    <X aria-hidden className="size-5" />
                  </button>
                </div>
                {children(close)}
              </>
            )}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
