#pragma once

#include "core/catalogue/catalogue.h"
#include "ui/desktop/integrations/servicegrid.h"

#include <QtWidgets/QWidget>

namespace keyway {

class SearchField;
class SegmentedControl;
class TextLabel;

/// The first step of Add Integration: which service.
class ChooseStep : public QWidget {
    Q_OBJECT
public:
    ChooseStep(const Catalogue &catalogue, const QSet<QString> &added, QWidget *parent = nullptr);
    ServiceGrid *grid() const { return m_grid; }
    SearchField *search() const { return m_search; }
    SegmentedControl *kinds() const { return m_kinds; }

Q_SIGNALS:
    void chosen(const QString &service);
    /// Empty where nothing fits.
    void currentChanged(const QString &service);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();

    SearchField *m_search;
    SegmentedControl *m_kinds;
    QList<ServiceFilter::Kind> m_kindOf;
    ServiceGrid *m_grid;
    TextLabel *m_nothing;
};

} // namespace keyway
