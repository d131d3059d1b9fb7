#pragma once

#include "ui/desktop/invoices/invoicesbackend.h"

#include <QtCore/QTimer>

namespace keyway {

class InvoicesPage;

/// Connects the page with what is kept of the account's invoices, and with the server. GUI thread.
class InvoicesController : public QObject {
    Q_OBJECT
public:
    InvoicesController(InvoicesPage *page, InvoicesBackend *backend, QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    void signInRequested();
    void openRequested(const QUrl &url); ///< in the browser

private:
    void read(bool ask);
    void pay(const QString &number);
    void verify(const QString &number);
    void choosePlan(const FeePolicy &plan);
    void save(const QString &suffix);
    void write(const QString &path, const QString &suffix);
    void tell(const QString &words);

    InvoicesPage *m_page;
    InvoicesBackend *m_backend;
    QTimer m_gather; ///< several changes are one reading
    bool m_asked = false; ///< the server, for the account that is signed in
};

} // namespace keyway
