#include "tests/ui/album.h"
#include "tests/ui/invoices/fakeinvoices.h"
#include "ui/desktop/invoices/invoicescontroller.h"
#include "ui/desktop/invoices/invoicespage.h"
#include "ui/desktop/invoices/invoiceview.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

using namespace keyway;
using namespace Qt::StringLiterals;

// Pictures of every state of Invoices, to look at.

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Album album(QLocale(QLocale::English, QLocale::UnitedStates));

    struct State {
        QString name;
        InvoicesValue value;
        bool verify = false;
        bool wrong = false;
    };
    InvoicesValue none = sample::books();
    none.invoices.clear();
    none.open.reset();
    const QList<State> states{{u"invoices"_s, sample::books()},
                              {u"verified"_s, sample::books(), true},
                              {u"wrong"_s, sample::books(), true, true},
                              {u"server-away"_s, sample::booksWithoutServer()},
                              {u"none-yet"_s, none},
                              {u"nobody"_s, InvoicesValue()}};
    const auto picture = [](const State &state) {
        return [state](const QSize &size) -> QWidget * {
            // As large as the page is beside sidebar and status bar.
            auto *window = new QWidget;
            auto *row = new QHBoxLayout(window);
            row->setContentsMargins(size.width() < 1000 ? 56 : 212, 0, 0, 28);
            auto *page = new InvoicesPage(window);
            row->addWidget(page);
            window->resize(size.width(), size.height() - 34);
            window->show();
            auto *backend = new FakeInvoices;
            backend->setParent(window);
            backend->value = state.value;
            if (state.wrong) {
                InvoiceDifference difference;
                difference.where = InvoiceDifference::Where::Signature;
                backend->difference = difference;
            }
            (new InvoicesController(page, backend, window))->start();
            Album::settle(std::chrono::milliseconds(200));
            if (state.verify)
                page->view()->verify()->click();
            return window;
        };
    };
    QList<Album::Picture> pictures;
    for (const State &state : states)
        pictures.append({state.name, picture(state)});
    album.draw({QSize(1280, 800), QSize(900, 640)}, pictures, std::chrono::milliseconds(300));
    return 0;
}
