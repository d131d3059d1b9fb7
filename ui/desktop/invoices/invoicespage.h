#pragma once

#include "ui/desktop/invoices/invoicesbackend.h"
#include "ui/desktop/shell/page.h"
#include "ui/words/invoicesheet.h"

#include <QtCore/QDateTime>

class QBoxLayout;
class QButtonGroup;

namespace keyway {

class Banner;
class EmptyState;
class InvoiceView;
class MonthsTable;
class PlanCard;
class ReflowLayout;
class ScrollPage;
class TextLabel;

/// Invoices: the plan, the months and one of them line by line. It shows values and tells what the
/// user wants.
class InvoicesPage : public Page {
    Q_OBJECT
public:
    explicit InvoicesPage(QWidget *parent = nullptr);

    void setValue(const InvoicesValue &value);
    const InvoicesValue &value() const { return m_value; }
    /// The chosen one; nothing where there is none, or it is the running month.
    const InvoiceMessage *chosen() const;
    words::InvoiceSheet sheetOf(const InvoiceMessage &message) const;

    QWidget *firstFocus() const override;
    MonthsTable *months() const { return m_months; }
    InvoiceView *view() const { return m_view; }
    QList<PlanCard *> cards() const { return m_cards; }
    Banner *banner() const { return m_banner; }

Q_SIGNALS:
    void signInRequested();
    void tryAgainRequested();
    void planRequested(const keyway::FeePolicy &plan);
    void verifyRequested(const QString &number);
    void payRequested(const QString &number);
    void pdfRequested();
    void csvRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeContent();
    void addActions();
    void fillPlans();
    void fillMonths();
    void showChosen();
    void updateBanner();
    bool hasOpen() const { return m_value.open.has_value(); }

    InvoicesValue m_value;
    Banner *m_banner;
    ScrollPage *m_scroll;
    QWidget *m_books; ///< all but the page's words for nobody
    EmptyState *m_nobody;
    TextLabel *m_planTitle, *m_planHint;
    QWidget *m_planRow;
    ReflowLayout *m_plans;
    QButtonGroup *m_planGroup;
    QList<PlanCard *> m_cards;
    QBoxLayout *m_columns; ///< beside each other, or one above the other
    MonthsTable *m_months;
    TextLabel *m_none;
    InvoiceView *m_view;
    QString m_number; ///< of the chosen one; empty: the running month
};

} // namespace keyway
